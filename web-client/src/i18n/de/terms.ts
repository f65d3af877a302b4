import type { terms as english } from "../../shared/i18n/terms";

export const terms: typeof english = {
  firm: {
    name: "Firma",
    text: "Ein Betrieb mit Eigentümern. Sie entscheiden allein, zahlen Lohn für Arbeit und behalten, was übrig bleibt. Ihre Anteile kann man kaufen.",
  },
  cooperative: {
    name: "Genossenschaft",
    text: "Ein Betrieb derer, die darin arbeiten. Jedes Mitglied hat eine Stimme, über Löhne, Überschuss und Leitung; niemandem von außen gehört ein Teil.",
  },
  member: {
    name: "Mitglied",
    text: "Wer in einer Genossenschaft arbeitet und dort eine Stimme hat. Der Beitritt kostet eine Einlage, die einem weiter gehört.",
  },
  stake: {
    name: "Eintrittseinlage",
    text: "Was ein neues Mitglied einzahlt. Sie wird seinem Kapitalkonto gutgeschrieben.",
  },
  account: {
    name: "Kapitalkonto",
    text: "Das eigene Geld eines Mitglieds in der Genossenschaft: die Einlage und Teile von Überschüssen. Es wird ausgezahlt, wenn das Mitglied geht, soweit die Kasse reicht.",
  },
  reserve: {
    name: "Unteilbare Rücklage",
    text: "Der Teil vom Geld einer Genossenschaft, der keinem Mitglied gehört, jetzt nicht und nie. Sie trägt durch schlechte Takte und geht an die Allmende, wenn die Rechtsform aufgegeben wird.",
  },
  surplus: {
    name: "Überschuss",
    text: "Was einer Genossenschaft nach Löhnen, Rohstoffen und allem Übrigen bleibt. Die Versammlung bestimmt, wie er sich teilt: Anteile, Kapitalkonten, Rücklage, Allmende.",
  },
  share: {
    name: "Überschussanteil",
    text: "Was ein Mitglied vom ausgezahlten Überschuss bekommt: ein Teil für alle gleich, der Rest nach Einsatz, wie das Gewicht der Leistung es sagt.",
  },
  merit: {
    name: "Gewicht der Leistung",
    text: "Wie viel vom Überschussanteil nach Einsatz und Können geht statt zu gleichen Teilen.",
  },
  motion: {
    name: "Antrag",
    text: "Ein Vorschlag an die Versammlung. Er wird bei einem Taktschluss bekannt gemacht und beim nächsten ausgezählt; angenommen ist, wofür mehr stimmen als dagegen, wenn die Hälfte der Mitglieder Stellung nimmt.",
  },
  leaning: {
    name: "Stimmung",
    text: "Wie die Mitglieder jetzt abstimmten, nach dem, was der Antrag mit ihrem eigenen Verdienst täte. Unentschlossene lassen sich mit wenig umstimmen.",
  },
  mandate: {
    name: "Vollmacht",
    text: "Wie weit eine gewählte Leitung gehen darf, ohne die Versammlung zu fragen, etwa bei Arbeitszeit und Maschinen.",
  },
  manager: {
    name: "Leitung",
    text: "Wen die Mitglieder wählen, um die Herstellung zu führen. Mit einem neuen Antrag können sie sie wieder abberufen.",
  },
  wage: {
    name: "Lohn",
    text: "Was die normale Arbeit eines Takts einbringt, für alle im Betrieb gleich, vor Steuern.",
  },
  expectedPay: {
    name: "Erwarteter Verdienst",
    text: "Lohn und erwarteter Anteil zusammen: womit rechnen kann, wer dort arbeitet. Danach vergleichen die Leute Betriebe.",
  },
  benefit: {
    name: "Arbeitslosengeld",
    text: "Was alle ohne Arbeit in jedem Takt aus der Stadtkasse bekommen.",
  },
  livelihood: {
    name: "Auskommen",
    text: "Einer von drei Lorbeeren: was die Leute deines Betriebs über das Arbeitslosengeld hinaus verdienen, über alle Takte zusammen.",
  },
  wealth: {
    name: "Vermögen",
    text: "Einer von drei Lorbeeren: alles, was deinem Haushalt gehört, an Geld, Konten, Anteilen, Land und Gütern.",
  },
  progress: {
    name: "Fortschritt",
    text: "Einer von drei Lorbeeren: die Arbeit, die Maschinen in deinem Betrieb tun, über alle Takte zusammen.",
  },
  laurels: {
    name: "Lorbeeren",
    text: "Vermögen, Auskommen und Fortschritt. Jeder wird unter den Plätzen aufgeteilt; gewichtet ergeben sie zusammen die Wertung.",
  },
  difference: {
    name: "Was man bewirkt hat",
    text: "Das Endergebnis: deine Wertung weniger das, was dein Platz erreicht hätte, wenn der Autopilot an deiner Stelle entschieden hätte, in derselben Welt mit demselben Glück.",
  },
  tick: {
    name: "Takt",
    text: "Eine Woche Arbeit. Alles, was versiegelt war, wird am Ende zugleich geöffnet; niemand ist schneller als andere.",
  },
  seal: {
    name: "Versiegelt",
    text: "Entschieden, aber vor allen anderen verborgen, bis der Takt endet. Bis dahin lässt es sich ändern.",
  },
  auction: {
    name: "Auktion",
    text: "Jedes Gut hat in jedem Takt eine Auktion. Alle Gebote und Angebote treffen sich, und wer handelt, zahlt und bekommt denselben Preis: den, zu dem am meisten gehandelt wird.",
  },
  limit: {
    name: "Grenzpreis",
    text: "Das Höchste, was du zahlst, oder das Mindeste, was du nimmst. Mehr zahlst du nie, und meist weniger.",
  },
  standing: {
    name: "Stehender Auftrag",
    text: "Ein Auftrag, der von Takt zu Takt weiterläuft, bis er erfüllt, geändert oder zurückgezogen ist.",
  },
  flight: {
    name: "Abwanderung",
    text: "Leute gehen, weil anderswo besser bezahlt wird. Bis es sich herumspricht, dauert es zwei Takte; wer zuhört, kann den Lohn noch rechtzeitig anheben.",
  },
  effort: {
    name: "Einsatz",
    text: "Wie hart man arbeitet; 100 % sind eine normale Woche. Mehr schafft mehr und ermüdet: Plackerei zieht vom Auskommen ab.",
  },
  union: {
    name: "Gewerkschaft",
    text: "Beschäftigte mit Ausweis, die gemeinsam mehr Lohn fordern, wenn die Gewinne hoch sind, und dafür streiken können. Ein kleiner Teil vom Lohn geht in eine Kasse, aus der Streikgeld gezahlt wird.",
  },
  strike: {
    name: "Streik",
    text: "Niemand arbeitet, niemand wird bezahlt, nichts wird hergestellt, bis die Firma nachgibt oder die Streikenden genug haben. Er wird zwei Takte vorher angekündigt.",
  },
  grievance: {
    name: "Unmut",
    text: "Wie schlecht sich Leute behandelt fühlen: durch Gewinne, von denen sie nichts sehen, durch Verdienst unter dem Üblichen, durch nicht gezahlte Löhne und durch Entlassungen.",
  },
  machine: {
    name: "Maschine",
    text: "Arbeitet anstelle von Menschen: Maschinen verrichten Handarbeit, Denkwerke Kopfarbeit. Sie nutzt sich ab und verbraucht Rohstoffe.",
  },
  technotariat: {
    name: "Technotariat",
    text: "Der Teil aller Arbeit, den Maschinen tun. Wo er die Marke der Welt überschreitet, endet das Spiel früher: Die Maschinen tragen die Stadt.",
  },
  research: {
    name: "Forschung",
    text: "Arbeitszeit für Wissen. Wissen lässt mehr Arbeit an Maschinen abgeben; ein wenig von jedem Vorsprung wird allen bekannt.",
  },
  generation: {
    name: "Generation",
    text: "Eine neue Art Maschine, von der weniger Stück dieselbe Arbeit tun. Sie kündigt sich an; ältere Maschinen zählen dann weniger.",
  },
  commons: {
    name: "Allmende",
    text: "Land und Geld, die allen gemein sind. Betriebe, denen Platz fehlt, nutzen ihr Land umsonst.",
  },
  parcel: {
    name: "Parzelle",
    text: "Platz, an dem sechs weitere Leute arbeiten können. Mehr Parzellen als am Anfang gibt es nie; wer eine hat und nicht nutzt, verpachtet sie.",
  },
  secondJob: {
    name: "Zweitarbeit",
    text: "Ein Teil der eigenen Woche in einem anderen Betrieb, zu dessen Grundlohn, wo beide es erlauben.",
  },
  buyOut: {
    name: "Übernahme",
    text: "Die Leute einer Firma kaufen sie und werden ihre Genossenschaft; was sie schulden, zahlen sie aus späteren Überschüssen.",
  },
  outsideCapital: {
    name: "Fremdes Kapital",
    text: "Einlagen, die eine Genossenschaft an alle verkauft: ohne Stimme, mit einem festen Ertrag im Jahr, bevor Mitglieder einen Überschuss teilen, und zu ihrem Preis zurückgezahlt, wenn die Mitglieder es beschließen.",
  },
  receivership: {
    name: "Zwangsverkauf",
    text: "Was einem Betrieb droht, der nicht zahlen kann. Erst dürfen ihn seine Leute übernehmen; sonst wird er abgewickelt und verkauft, was da ist.",
  },
  loan: {
    name: "Kredit",
    text: "Geld der Genossenschaftsbank, die denen gehört, die bei ihr sparen. Sie leiht auf das, was ein Betrieb besitzt und verdient; die Zinsen gehen an alle zurück, die Geld haben.",
  },
  gini: {
    name: "Gini-Koeffizient",
    text: "Wie ungleich etwas verteilt ist: 0, wenn alle dasselbe haben, 1, wenn eine Person alles hat.",
  },
  lorenz: {
    name: "Lorenzkurve",
    text: "Was das ärmste Zehntel, die ärmsten zwei Zehntel und so weiter zusammen besitzen. Je weiter sie unter der geraden Linie hängt, desto ungleicher.",
  },
  velocity: {
    name: "Umlauf",
    text: "Der Teil allen Geldes, den die Leute in einem Takt für Güter ausgeben.",
  },
  treasury: {
    name: "Stadtkasse",
    text: "Die begrenzte öffentliche Hand: Sie nimmt die Steuern, die die Gesetze nennen, zahlt, was die Gesetze versprechen, und gibt zurück, was sie sonst horten würde.",
  },
  marketMaker: {
    name: "Stadthandel",
    text: "Ein öffentlicher Händler mit wenig Geld, der immer etwas unter dem Preis kauft und etwas darüber verkauft.",
  },
  caretaker: {
    name: "Vertretung",
    text: "Hütet den Platz derer, die nicht da sind: führt weiter, was entschieden war, und verkauft, entlässt und stimmt nie.",
  },
  autopilot: {
    name: "Autopilot",
    text: "Eine schlichte Art zu entscheiden; sie spielt einen Platz als der Geist, mit dem er am Ende verglichen wird.",
  },
};
