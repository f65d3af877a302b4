import type { words } from "../../features/guide/messages";

const ASK_WHY = {
  title: "Frag, warum",
  task: "Öffne „Gesellschaft“, such eine Zahl, die sich bewegt hat, und drück darauf.",
  why: "Alle Preise und Löhne werden von denen gemacht, die mitspielen. Wer weiß, warum sich eine Zahl bewegt hat, weiß, was als Nächstes kommt.",
};
const EXPLAINED = [
  "Jede Zahl mit einer gepunkteten Linie darunter erklärt sich selbst: Drück darauf.",
  "Die Zeilen sind Ursachen mit ihren Vorzeichen und ergeben zusammen genau die Änderung.",
];
const SIGNS =
  "Das Schild über einem Haus zeigt seine Rechtsform: Firma oder Genossenschaft. Die Punkte sind Leute, und sie ziehen wirklich um.";

export const guide: typeof words = {
  title: "Erste Schritte",
  step: (n, of) => `${n} von ${of}`,
  how: "Sag mir, wie",
  why: "Sag mir, warum",
  go: "Bring mich hin",
  done: "Erledigt.",
  doneSealed: "Versiegelt. Es gilt, wenn der Takt endet; drück „Bereit“, wenn du keine Zeit mehr brauchst.",
  next: "Weiter",
  skip: "Diesen überspringen",
  hide: "Ich kenne mich aus",
  finished: {
    title: "Du kennst dich aus",
    text: "Ab jetzt gehört die Stadt dir. Das Wörterbuch hat jedes Wort, jede Zahl sagt auf Druck, warum, und diese Schritte stehen im Menü, wenn du sie wieder brauchst.",
    glossary: "Wörterbuch öffnen",
    close: "Weiterspielen",
  },
  lessons: {
    found: {
      title: "Gründe eine Firma",
      task: "Du hast Geld und noch keine Firma. Gib ihr einen Namen, ein Erzeugnis und Kapital.",
      how: [
        "Öffne die Seite „Arbeit“ und geh zum letzten Feld, „Einen Betrieb gründen“.",
        "Wähl Firma, dann ein Erzeugnis. Grundbedarf verkauft sich immer: Alle müssen essen.",
        "Behalte etwas Geld: Dein Haushalt lebt davon bis zur ersten Dividende.",
        "Versiegle es. Zum Taktschluss steht deine Firma in der Stadt, vorerst ohne Leute.",
      ],
      why: "Ein Betrieb verdient, was seine Ware über Löhne und Rohstoffe hinaus einbringt. Ohne ihn kauft dein Geld nur Brot.",
    },
    wage: {
      title: "Zahl einen Lohn, für den man kommt",
      task: "Sieh nach, was andere zahlen, und versiegle dann einen Lohn und eine Zahl von Stellen.",
      how: [
        "Unter „Leute und Lohn“ zeigt ein Streifen, was alle in der Stadt erwarten, Firmen und Genossenschaften.",
        "Schreib einen Lohn. Der Satz darunter sagt, wie viele noch mehr böten.",
        "„Was brächte das?“ fragt die echten Regeln, mit allen anderen wie zuletzt.",
        "Versiegle ihn. Bis der Takt endet, kannst du ihn ändern.",
      ],
      why: "Die Leute sehen sich in jedem Takt um und gehen für besseren Verdienst, und zwei Takte vorher sagen sie es. Ein Lohn unter dem der Genossenschaft nebenan spart einmal Geld; dann stehen die Maschinen still, weil Hände fehlen.",
    },
    price: {
      title: "Bestimm Preis und Menge",
      task: "Entscheide, was du für einen Posten verlangst und wie viele du herstellst.",
      how: [
        "Vergleich unter „Preis und Herstellung“ den letzten Marktpreis mit dem, was dich ein Posten kostet.",
        "Dein Lager wird in fünf gleichen Stufen um den verlangten Preis angeboten.",
        "Stell her, was du verkaufen kannst. Der Rest bleibt liegen, aber Grundbedarf verdirbt.",
        "Spiel es durch, bevor du versiegelst: Die Vorhersage sagt, was sich verkaufen würde.",
      ],
      why: "Für jedes Gut gibt es eine Auktion und einen Preis für alle, die darin handeln. Verlangst du zu viel, verkauft jemand anderes; verlangst du zu wenig, hast du umsonst gearbeitet.",
    },
    materials: {
      title: "Bestell Rohstoffe",
      task: "Sorg dafür, dass es für die Herstellung im nächsten Takt reicht.",
      how: [
        "Unter „Rohstoffe“ stehen dein Lager und das, was Herstellung und Maschinen verbrauchen.",
        "Ein Auftrag wird zum Taktschluss erfüllt und dient dem Takt danach: Sei einen Takt voraus.",
        "Der Grenzpreis ist das Höchste, was du für einen Posten zahlst. Etwas über dem Markt ist sicher.",
      ],
      why: "Ohne Rohstoffe wird nichts hergestellt, und die Löhne sind trotzdem fällig. Es ist ein stehender Auftrag: Er läuft weiter, bis du ihn änderst.",
    },
    rivals: {
      ...ASK_WHY,
      how: [...EXPLAINED, "„Verdienst nach Rechtsform“ zeigt, ob gerade Firmen oder Genossenschaften besser zahlen."],
    },
    machines: {
      title: "Lass das Geld arbeiten",
      task: "Bestell Maschinen, forsche, leih, leg Geld ein oder zahl dir eine Dividende.",
      how: [
        "Maschinen arbeiten anstelle von Menschen, nutzen sich ab und verbrauchen Rohstoffe.",
        "Ein Kredit bringt das Geld von morgen heute; die Bank sagt, was sie verlangt und worauf sie leiht.",
        "Eine Dividende bringt Geld aus der Firma in deinen Haushalt. Vermögen zählt, wo immer es liegt; eine leere Kasse nicht.",
      ],
      why: "Von den drei Lorbeeren ist Vermögen, was dir gehört, Auskommen, was deine Leute über das Arbeitslosengeld hinaus verdienen, und Fortschritt die Arbeit, die Maschinen für dich tun.",
    },
    assembly: {
      title: "Lern deine Genossenschaft kennen",
      task: "Öffne die Versammlung: was jetzt gilt, und wer wohin neigt.",
      how: [
        "„Was jetzt gilt“ nennt den Grundlohn, wie ein Überschuss geteilt wird und wer die Leitung hat.",
        "Dein Lohnzettel zeigt Lohn und Anteil getrennt. Der Anteil ist dein Teil von dem, was übrig blieb.",
        "Unter jedem Antrag steht, was du selbst verdientest, wenn er durchginge.",
      ],
      why: "Dir gehört eine Stimme unter vielen. Was ausgezahlt ist, lässt sich nicht mehr einsetzen, und was in die Rücklage geht, gehört nie wieder jemandem allein.",
    },
    motion: {
      title: "Beweg etwas",
      task: "Stell einen Antrag, oder stimm über einen offenen ab.",
      how: [
        "Wähl, worum es geht, und entwirf ihn; auf der Karte siehst du, wohin die Mitglieder neigen.",
        "Ein Antrag wird bei diesem Taktschluss bekannt gemacht und beim nächsten entschieden.",
        "Bis zum Taktschluss kannst du deine Stimme ändern. Wer nicht abstimmt, enthält sich.",
      ],
      why: "Die Mitglieder stimmen für das, wovon sie sich mehr versprechen, und Unentschlossene lassen sich gewinnen: Etwas weniger Lohn und etwas mehr Anteil kann sie umstimmen.",
    },
    effort: {
      title: "Wähl, wie du arbeitest und lebst",
      task: "Bestimm deinen Einsatz und deine Ausgaben.",
      how: [
        "Schieb auf der Seite „Arbeit“ unter „Wie ich lebe“ die beiden Regler und versiegle sie.",
        "Mehr Einsatz schafft mehr, und eine Genossenschaft belohnt ihn nach dem Gewicht der Leistung.",
        "Weniger auszugeben spart Geld für eine Einlage oder eine eigene Firma und kostet Auskommen.",
      ],
      why: "Deine Stunden gehören dir. Plackerei über eine normale Woche hinaus zieht vom Lorbeer für Auskommen ab, und ein Leben unter deinen Verhältnissen auch.",
    },
    elsewhere: {
      title: "Sieh, wer wo arbeitet",
      task: "Öffne die Stadt und wähl den Betrieb, der am besten zahlt.",
      how: [
        SIGNS,
        "Ein Klick öffnet den Betrieb: was er zahlt, was er herstellt, was Maschinen dort tun.",
        "In deinem eigenen bekommst du, was übrig bleibt; vergleich das mit dem, was andere erwarten.",
      ],
      why: "Besserer Verdienst nebenan zieht deine Mitglieder fort, und schlechterer dort bringt sie zu dir. Eine Genossenschaft, die gut zahlt, wächst.",
    },
    society: {
      ...ASK_WHY,
      how: [...EXPLAINED, "„Wer wie viel hat“ sagt, ob die Kluft zwischen Arm und Reich wächst."],
    },
    job: {
      title: "Such dir Arbeit",
      task: "Vergleich, was geboten wird, und bewirb dich um eine bessere Stelle.",
      how: [
        "„Angebotene Stellen“ auf der Seite „Arbeit“ zählt alle auf: den Lohn, den erwarteten Anteil und was du verdientest.",
        "Eine Genossenschaft verlangt beim Beitritt eine Einlage. Sie bleibt deine, auf deinem Kapitalkonto.",
        "Bewirb dich um die beste offene Stelle. Zum Taktschluss werden die Stellen vergeben.",
      ],
      why: "Deine Zeit ist, was du hast, und alle brauchen sie. Solange auch andere gehen können, zieht das beste Angebot der Stadt alle übrigen hoch.",
    },
    voice: {
      title: "Sieh, wer wo arbeitet",
      task: "Öffne die Stadt und sieh, wohin die Leute gehen.",
      how: [
        SIGNS,
        "Ein Klick öffnet den Betrieb: was er zahlt, was er herstellt, ob eine Gewerkschaft mehr fordert.",
        "Auf der Seite „Arbeit“ kannst du einen Gewerkschaftsausweis nehmen: Viele zusammen können mehr Lohn fordern und dafür streiken.",
      ],
      why: "Du kannst gehen, oder du kannst bleiben und den Mund aufmachen. Beides hebt den Verdienst; was billiger kommt, hängt davon ab, wer deine Stelle noch will.",
    },
    market: {
      title: "Kauf oder verkauf etwas",
      task: "Gib auf dem Markt einen Auftrag, weit unter dem letzten Preis oder nahe daran.",
      how: [
        "Wähl ein Gut. Die beiden Kurven sind Nachfrage und Angebot; sie kreuzen sich beim Preis des letzten Taktschlusses.",
        "„Höchstens zahlen“ ist eine Grenze: Mehr zahlst du nie, und oft weniger.",
        "Ein Auftrag steht, bis er erfüllt ist oder du ihn zurückziehst.",
      ],
      why: "Was dein Haushalt braucht, kauft er von selbst. Deine eigenen Aufträge sind zum Handeln da: Güter, die sich halten, lassen sich heute billig kaufen und später teurer verkaufen.",
    },
    own: {
      title: "Wisse, was zählt",
      task: "Öffne die Wertung und sieh, woraus deine Lorbeeren bestehen.",
      how: [
        "Es gibt drei Lorbeeren, und jeder wird unter allen Plätzen aufgeteilt.",
        "Am Ende wird dieselbe Welt ohne deine Aufträge noch einmal gespielt: Der Unterschied ist dein Ergebnis.",
        "Mit genug Erspartem kannst du auf der Seite „Arbeit“ eine eigene Firma oder Genossenschaft gründen.",
      ],
      why: "Auch mit nichts als Arbeit kannst du gewinnen. Das Ergebnis fragt, was deine Entscheidungen geändert haben, nicht, wo du angefangen hast.",
    },
  },
};
