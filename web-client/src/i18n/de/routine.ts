import type { words } from "../../shared/routine/words";

export const routine: typeof words = {
  keep: "Jeden Takt wiederholen",
  keepHint:
    "Geschieht bei jedem Taktbeginn von Neuem, auch wenn du fort bist. Du kannst es jederzeit ändern oder beenden; sonst sieht es niemand.",
  already: "Das ist schon ein Dauerauftrag; was du hier versiegelst, tritt an seine Stelle.",
  ending: "Der Dauerauftrag endet, sobald du dies versiegelst.",
  until: {
    title: "Bis",
    tick: (tick) => `Takt ${tick} zu Ende ist`,
    cash: (whose, value, below) =>
      `${whose === "" ? "meine Kasse" : `die Kasse von ${whose}`} ${below ? `unter ${value} liegt` : `${value} erreicht`}`,
    stock: (whose, good, value, below) =>
      `${whose === "" ? "mein Vorrat" : `der Vorrat bei ${whose}`} an ${good} ${below ? `unter ${value} Posten liegt` : `${value} Posten erreicht`}`,
    price: (good, value, below) => `der Preis für ${good} ${below ? `unter ${value} liegt` : `${value} erreicht`}`,
    unknown: "etwas eintritt, das diese Seite nicht kennt",
  },
  kind: {
    tick: "ein Takt zu Ende ist",
    cashBelow: "die Kasse liegt unter",
    cashReaches: "die Kasse erreicht",
    stockBelow: "der Vorrat liegt unter",
    stockReaches: "der Vorrat erreicht",
    priceBelow: "der Preis liegt unter",
    priceReaches: "der Preis erreicht",
  },
  stopKind: (n) => `Was ihn beendet, ${n}`,
  value: { tick: "Takt", money: "Kronen", lots: "Posten" },
  remove: "Entfernen",
  removeNamed: (n) => `Ende ${n} entfernen`,
  add: "Ein Ende setzen",
  addOr: "Oder bis",
  most: "Mehr als vier Enden gehen nicht.",
  endless: "Bis du ihn beendest.",
  needValue: "Schreib, wann es enden soll, oder entferne die Zeile.",
  comeAbout: "Das ist schon so; schreib ein anderes Ende.",
  tooMany: "Mehr als acht Daueraufträge zugleich gehen nicht; beende erst einen.",
  now: (value) => `jetzt ${value}`,
  unseen: "für dich jetzt nicht zu sehen",
  list: {
    title: "Deine Daueraufträge",
    note: "Sie geschehen bei jedem Taktbeginn von Neuem, bis etwas sie beendet.",
    none: "Noch keine. Aufträge, Zahlungen und Geschenke lassen sich jeden Takt wiederholen: mit dem Häkchen in ihrem Formular.",
    next: (tick) => `Das nächste Mal, wenn Takt ${tick} beginnt`,
    orUntil: " oder ",
    missed: (reason) => `Diesen Takt ausgelassen: ${reason}`,
    change: "Ändern",
    changeNamed: (what) => `Ändern: ${what}`,
    end: "Beenden",
    endNamed: (what) => `Beenden: ${what}`,
    forget: "Von der Liste nehmen",
    forgetNamed: (what) => `Von der Liste nehmen: ${what}`,
    ended: "Beendet.",
  },
  stopped: (tick, why) => `Beendet zum Schluss von Takt ${tick}, weil ${why}.`,
  refused: (tick, why) => `Beendet zum Schluss von Takt ${tick}, drei Takte nacheinander abgelehnt: ${why}`,
  news: "Dauerauftrag beendet",
  does: {
    order: (buy, lots, good, price) =>
      `${lots} ${good} ${buy ? "kaufen" : "verkaufen"}, ${buy ? "höchstens" : "mindestens"} zu ${price}`,
    inputs: (lots, price, name) => `${lots} Rohstoffe für ${name} kaufen, höchstens zu ${price}`,
    machines: (lots, good, price, name) => `${lots} ${good} für ${name} kaufen, höchstens zu ${price}`,
    land: (buy, parcels, price, name) =>
      `${parcels} Parzellen für ${name} ${buy ? "kaufen" : "verkaufen"}, ${buy ? "höchstens" : "mindestens"} zu ${price}`,
    shares: (buy, shares, name, price) =>
      `${shares} Anteile an ${name} ${buy ? "kaufen" : "verkaufen"}, ${buy ? "höchstens" : "mindestens"} zu ${price}`,
    board: (buy, shares, name, price) =>
      `${shares} Anteile an ${name} zu ${price} ${buy ? "zurückkaufen" : "ausgeben"}`,
    declareDividend: (sum, name) => `${sum} Dividende aus ${name} zahlen`,
    invest: (sum, name) => `${sum} in ${name} einlegen`,
    borrow: (sum, name) => `${sum} für ${name} leihen`,
    repay: (sum, name) => `${sum} für ${name} zurückzahlen`,
    gift: (sum) => `${sum} der Allmende schenken`,
    unknown: "Etwas, das diese Seite nicht kennt",
  },
};
