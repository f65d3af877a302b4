import { catalogue } from "../../shared/i18n/catalogue";
import type { LessonKey } from "./lessons";

interface Words {
  title: string;
  /** What to do, in one sentence. */
  task: string;
  how: readonly string[];
  why: string;
}

const lessons: Readonly<Record<LessonKey, Words>> = {
  found: {
    title: "Found a firm",
    task: "You have money and no firm yet. Give it a name, a product and capital.",
    how: [
      "Open the Work page and go to the last panel, “Found an enterprise”.",
      "Choose Firm, then a product. Provisions always sell: everybody eats.",
      "Leave yourself some cash: your household lives on it until the first dividend.",
      "Seal it. At the close your firm stands in the town, without people as yet.",
    ],
    why: "An enterprise earns what its goods bring above wages and materials. Without one your money only buys bread.",
  },
  wage: {
    title: "Set a wage people come for",
    task: "Look at what others pay, then seal a wage and a number of places.",
    how: [
      "Under “People and pay” a strip shows what everybody in town expects to earn, firms and co-operatives.",
      "Type a wage. The sentence below says how many would still offer more.",
      "“What it would bring” asks the real rules, with all others as they were.",
      "Seal it. You may change it until the tick closes.",
    ],
    why: "People look around every tick and leave for better pay, and they let you know two ticks before. A wage below the co-op's next door saves money once; then the machines stand idle for want of hands.",
  },
  price: {
    title: "Set a price and an amount",
    task: "Decide what to ask for a lot, and how many to make.",
    how: [
      "Under “Price and production” compare the last market price with what a lot costs you.",
      "Your stock is offered in five equal steps around the price you ask.",
      "Make what you can sell. What is not sold is kept, but provisions spoil.",
      "Try it out before you seal it: the forecast says what would be sold.",
    ],
    why: "There is one auction for each good, and one price for all who trade in it. Ask too much and somebody else sells; ask too little and you have worked for nothing.",
  },
  materials: {
    title: "Order materials",
    task: "See that there is enough for the next tick's production.",
    how: [
      "Under “Materials” stand your stock, and what production and machines use up.",
      "An order is filled at the close and serves the tick after it: be one tick ahead.",
      "The limit is the most you would pay for a lot. A little above the market is safe.",
    ],
    why: "Without materials nothing is made, and wages must be paid all the same. It is a standing order: it goes on until you change it.",
  },
  rivals: {
    title: "Ask why",
    task: "Open Society and find one number that moved; press it.",
    how: [
      "Every figure with a dotted line under it explains itself: press it.",
      "The rows are causes, with their signs, and add up to the change exactly.",
      "“Pay by form” shows whether firms or co-operatives pay better just now.",
    ],
    why: "All prices and wages are made by all who play. Whoever knows why a number moved knows what comes next.",
  },
  machines: {
    title: "Put the money to work",
    task: "Order machines, research, borrow, invest, or pay yourself a dividend.",
    how: [
      "Machines do tasks in place of people, wear, and use materials.",
      "A loan brings tomorrow's money now; the bank says what it asks and what it takes as security.",
      "A dividend moves money from the firm to your household. Wealth counts wherever it is; an empty till does not.",
    ],
    why: "Of the three laurels, wealth is what you own, livelihood what your people earn above the benefit, and progress the work that machines do for you.",
  },
  assembly: {
    title: "Know your co-operative",
    task: "Open the Assembly: what holds now, and who leans which way.",
    how: [
      "“What holds now” has the base wage, how a surplus is divided and who manages.",
      "Your payslip shows wage and share apart. The share is your part of what was left over.",
      "Under each motion stands what your own pay would be if it passed.",
    ],
    why: "You own one vote among many. What is paid out cannot be invested, and what is put into the reserve belongs to nobody ever after.",
  },
  motion: {
    title: "Move something",
    task: "Propose a motion, or vote on one that is open.",
    how: [
      "Choose what it is about and draft it; the card shows how the members would lean.",
      "A motion is announced at this close and decided at the next.",
      "You may change your vote until the close. Not voting is abstaining.",
    ],
    why: "Members vote for what they expect to earn by it, and those near the line can be won: a little less wage and a little more share may turn them.",
  },
  effort: {
    title: "Choose how you work and live",
    task: "Set your effort and your spending.",
    how: [
      "On the Work page, under “How I live”, move the two sliders and seal them.",
      "More effort makes more, and a co-operative rewards it by the merit weight.",
      "Spending less saves money for a stake or a firm of your own, and costs livelihood.",
    ],
    why: "Your hours are yours. Toil beyond a normal week takes from the livelihood laurel, and so does living below your means.",
  },
  elsewhere: {
    title: "See who works where",
    task: "Open the Town and click the enterprise that pays best.",
    how: [
      "The sign over a house is its form: firm or co-operative. The dots are people, and they really move.",
      "A click opens the enterprise: what it pays, what it makes, what machines do there.",
      "In your own you are paid what is left; compare it with what others expect to earn.",
    ],
    why: "Better pay next door draws your fellow members away, and worse pay there brings them to you. A co-operative that pays well grows.",
  },
  society: {
    title: "Ask why",
    task: "Open Society and find one number that moved; press it.",
    how: [
      "Every figure with a dotted line under it explains itself: press it.",
      "The rows are causes, with their signs, and add up to the change exactly.",
      "“Who has how much” tells whether the gap between rich and poor grows.",
    ],
    why: "All prices and wages are made by all who play. Whoever knows why a number moved knows what comes next.",
  },
  job: {
    title: "Find work",
    task: "Compare what is offered, and ask for a better place.",
    how: [
      "“Jobs” on the Work page lists every place: the wage, the expected share, and what you would earn.",
      "A co-operative asks for a stake when you join. It stays yours, in your capital account.",
      "Ask for the best place that is open. At the close the places are given.",
    ],
    why: "Your time is what you have, and everybody needs it. As long as others may leave too, the best offer in town pulls all the rest up.",
  },
  voice: {
    title: "See who works where",
    task: "Open the Town and look where people go.",
    how: [
      "The sign over a house is its form: firm or co-operative. The dots are people, and they really move.",
      "A click opens the enterprise: what it pays, what it makes, whether a union is asking for more.",
      "On the Work page you can take a union card: many together may ask for a raise, and strike for it.",
    ],
    why: "You can leave, or you can stay and speak. Both raise pay; which one is cheaper depends on who else wants your place.",
  },
  market: {
    title: "Buy or sell something",
    task: "Place an order on the Market, well below or near the last price.",
    how: [
      "Choose a good. The two curves are demand and supply; they cross at the price of the last close.",
      "“Pay at most” is a limit: you never pay more, and often less.",
      "An order stands until it is filled or you cancel it.",
    ],
    why: "Your household buys what it needs by itself. Your own orders are for trade: goods that keep can be bought cheaply today and sold dearer later.",
  },
  own: {
    title: "Know what counts",
    task: "Open Standing and see what your laurels are made of.",
    how: [
      "There are three laurels, and each is shared out among all seats.",
      "At the end the same world is played again without your orders: the difference is your score.",
      "Save enough, and you can found a firm or a co-operative of your own on the Work page.",
    ],
    why: "A worker can win. The score asks what your decisions changed, not where you began.",
  },
};

export const words = catalogue("guide", {
  title: "First steps",
  step: (n: number, of: number) => `${n} of ${of}`,
  how: "Tell me how",
  why: "Tell me why",
  go: "Take me there",
  done: "Done.",
  doneSealed: "Sealed. It takes effect when the tick closes; press Ready if you need no more time.",
  next: "Next",
  skip: "Skip this one",
  hide: "I know my way",
  finished: {
    title: "You know your way",
    text: "From here the town is yours. The glossary has every word, each number says why when you press it, and this guide is in the menu when you want it again.",
    glossary: "Open the glossary",
    close: "Play on",
  },
  lessons,
});
