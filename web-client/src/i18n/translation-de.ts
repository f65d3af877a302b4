/**
 * German, whole: one file for each catalogue, each with the type of its English original.
 *
 * It says du, is as plain and lively as the English, and prefers words that need no explanation. Terms are used alike everywhere:
 *
 *   tick, close              Takt, Taktschluss ("Takt 35 endet"); sealed: versiegelt
 *   enterprise               Betrieb; firm: Firma; co-operative: Genossenschaft; form: Rechtsform
 *   the three seats          Kapital, Genossenschaft, Arbeit; seat: Platz; spectators: Publikum
 *   member, manager          Mitglied, Leitung; the people of an enterprise: Leute, Belegschaft
 *   place (of work)          Stelle; apply: bewerben; dual work: Zweitarbeit
 *   wage, pay, net pay       Lohn, Verdienst, Nettoverdienst; base wage: Grundlohn; payslip: Lohnzettel
 *   surplus, its share       Überschuss, Überschussanteil; by merit: nach Leistung; effort, skill: Einsatz, Können
 *   capital account          Kapitalkonto; entry stake: Eintrittseinlage; indivisible reserve: unteilbare Rücklage
 *   commons                  Allmende; parcel: Parzelle; rent: Pacht
 *   motion, mandate          Antrag, Vollmacht; assembly: Versammlung; leaning: Stimmung; carried, lost: angenommen, abgelehnt
 *   benefit                  Arbeitslosengeld; treasury: Stadtkasse; government: öffentliche Hand
 *   union, card              Gewerkschaft, Ausweis; demand: Forderung; agreement: Tarifvertrag; grievance: Unmut
 *   lot                      Posten; order: Auftrag; bid, offer: Gebot, Angebot; standing order: stehender Auftrag; what is kept up: Dauerauftrag
 *   goods                    Grundbedarf, Hausrat, Rohstoffe, Kultur, Maschinen, Denkwerke, Land
 *   hands, minds tasks       Handarbeit, Kopfarbeit; machines of an enterprise: Maschinenpark
 *   share (of ownership)     Anteil; trust: Treuhand (der Belegschaft); board: Vorstand; take-over: Übernahme
 *   bank, market maker       Genossenschaftsbank, Stadthandel; receiver: Zwangsverkauf; winding up: Abwicklung
 *   labour flight            Abwanderung; cash: Kasse; lately: zuletzt
 *   standing, laurels        Wertung, Lorbeeren: Vermögen, Auskommen, Fortschritt
 *   host (of a world)        Spielleitung; to host: eröffnen; caretaker: Vertretung; lobby: Startseite; log: Protokoll
 *   glossary, guide          Wörterbuch, Erste Schritte; figure: Zahl
 *   replay, turning point    Wiedergabe, Wendepunkt
 *   tournament, strategy     Turnier, Strategie; match: Partie; ghost: Geist; report: Bericht
 *   ladder, queue            Rangliste, Warteschlange; rating: Wertungszahl; table: Tisch; standings: Stand
 *   chat, desk               Gespräche, Tisch; passphrase: Kennsatz; recovery code: Rettungscode; token: Schlüssel
 *   technotariat, technostism  Technotariat, Technostismus
 */
import { account } from "./de/account";
import { assembly } from "./de/assembly";
import { chat } from "./de/chat";
import { chronicle } from "./de/chronicle";
import { door } from "./de/door";
import { enterprise } from "./de/enterprise";
import { explain } from "./de/explain";
import { format } from "./de/format";
import { gallery } from "./de/gallery";
import { glossary } from "./de/glossary";
import { guide } from "./de/guide";
import { host } from "./de/host";
import { ladder } from "./de/ladder";
import { lobby } from "./de/lobby";
import { market } from "./de/market";
import { news } from "./de/news";
import { deed, measures, part, people } from "./de/people";
import { replay } from "./de/replay";
import { routine } from "./de/routine";
import { seats } from "./de/seats";
import { server } from "./de/server";
import { controllerName, formName, goodName, goodNote, reasonName, roleName, shared, taskName } from "./de/shared";
import { shares } from "./de/shares";
import { shell } from "./de/shell";
import { society } from "./de/society";
import { standing } from "./de/standing";
import { terms } from "./de/terms";
import { tournaments } from "./de/tournaments";
import { town } from "./de/town";
import { work } from "./de/work";

export const texts = {
  account,
  assembly,
  chat,
  chronicle,
  controllerName,
  deed,
  door,
  enterprise,
  explain,
  format,
  formName,
  gallery,
  glossary,
  goodName,
  goodNote,
  guide,
  host,
  ladder,
  lobby,
  market,
  measures,
  news,
  part,
  people,
  reasonName,
  replay,
  roleName,
  routine,
  seats,
  server,
  shared,
  shares,
  shell,
  society,
  standing,
  taskName,
  terms,
  tournaments,
  town,
  work,
};
