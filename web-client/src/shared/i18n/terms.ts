/** The words of this economy, each told once: the glossary lists them, and the same text stands behind a word wherever it is explained. */
import { catalogue } from "./catalogue";

export const terms = catalogue("terms", {
  firm: {
    name: "Firm",
    text: "An enterprise with owners. They decide alone, pay wages for work, and keep what is left. Its shares can be bought.",
  },
  cooperative: {
    name: "Co-operative",
    text: "An enterprise of those who work in it. Every member has one vote, on wages, surplus and manager; nobody outside owns a part.",
  },
  member: {
    name: "Member",
    text: "Somebody who works in a co-operative and has a vote there. Joining takes a stake, which stays one's own.",
  },
  stake: { name: "Entry stake", text: "What a new member pays in. It is credited to the member's capital account." },
  account: {
    name: "Capital account",
    text: "A member's own money in the co-operative: the stake and parts of surpluses. It is paid out when the member leaves, as far as the cash allows.",
  },
  reserve: {
    name: "Indivisible reserve",
    text: "The part of a co-operative's money that belongs to no member, now or ever. It carries bad ticks, and goes to the commons if the form is given up.",
  },
  surplus: {
    name: "Surplus",
    text: "What a co-operative has left after wages, materials and the rest. The assembly's split divides it: shares, capital accounts, reserve, commons.",
  },
  share: {
    name: "Surplus share",
    text: "A member's part of what is paid out of a surplus: a part equal for all, the rest by effort, as the merit weight says.",
  },
  merit: { name: "Merit weight", text: "How much of the surplus share goes by effort and skill rather than equally." },
  motion: {
    name: "Motion",
    text: "A proposal to the assembly. It is announced at one close and counted at the next; more for than against carries it, if half the members took a side.",
  },
  leaning: {
    name: "Leaning",
    text: "How the members would vote now, by what the motion would do to their own pay. Those near the line turn for little.",
  },
  mandate: {
    name: "Mandate",
    text: "How far an elected manager may go without asking the assembly, such as in hours and machines.",
  },
  manager: {
    name: "Manager",
    text: "Whom the members elect to run production. They can call the manager back by another motion.",
  },
  wage: { name: "Wage", text: "What a tick's normal work pays, to everybody alike in the enterprise, before tax." },
  expectedPay: {
    name: "Expected pay",
    text: "Wage and expected share together: what somebody who works there may count on. People compare enterprises by it.",
  },
  benefit: { name: "Benefit", text: "What those without work get from the treasury, each tick." },
  livelihood: {
    name: "Livelihood",
    text: "One of three laurels: what the people of your enterprise earn above the benefit, summed over all ticks.",
  },
  wealth: {
    name: "Wealth",
    text: "One of three laurels: all that your household owns, in cash, accounts, shares, land and goods.",
  },
  progress: {
    name: "Progress",
    text: "One of three laurels: the work that machines do in your enterprise, summed over all ticks.",
  },
  laurels: {
    name: "Laurels",
    text: "Wealth, livelihood and progress. Each is shared out among the seats; weighed together they are the standing.",
  },
  difference: {
    name: "Difference made",
    text: "The final score: your standing less what your seat would have had if the autopilot had decided in your place, in the same world with the same luck.",
  },
  tick: {
    name: "Tick",
    text: "One week of work. All that was sealed is opened together when it closes; nobody is faster than anybody.",
  },
  seal: {
    name: "Sealed",
    text: "Decided, but hidden from all others until the tick closes. Until then it can be changed.",
  },
  auction: {
    name: "Auction",
    text: "Each good has one auction a tick. All bids and offers meet, and all who trade pay and get the same price: the one at which most is traded.",
  },
  limit: {
    name: "Limit price",
    text: "The most you would pay, or the least you would take. You never pay more, and usually less.",
  },
  standing: {
    name: "Standing order",
    text: "An order that goes on from tick to tick until it is filled, changed or cancelled.",
  },
  flight: {
    name: "Labour flight",
    text: "People leaving for better pay elsewhere. Word of it takes two ticks to go round, so a head who listens can raise the pay in time.",
  },
  effort: {
    name: "Effort",
    text: "How hard one works; 100 % is a normal week. More makes more and tires: toil takes from livelihood.",
  },
  union: {
    name: "Union",
    text: "Employees with a card, who demand a raise together when profits are high, and may strike for it. A small part of the wage goes into a fund that pays strikers.",
  },
  strike: {
    name: "Strike",
    text: "Nobody works, nobody is paid, nothing is made, until the owner concedes or the card holders have had enough. It is announced two ticks ahead.",
  },
  grievance: {
    name: "Grievance",
    text: "How ill used people feel: by profit that they see nothing of, by pay below the usual, by wages not paid and by dismissals.",
  },
  machine: {
    name: "Machine",
    text: "Does tasks in place of people: machinery those of the hands, engines those of the mind. It wears, and uses up materials.",
  },
  technotariat: {
    name: "Technotariat",
    text: "The part of all tasks that machines do. Where it passes the world's mark, the game ends early: the machines carry the town.",
  },
  research: {
    name: "Research",
    text: "Working time given to knowledge. Knowledge lets more tasks be handed to machines; a little of each lead becomes known to all.",
  },
  generation: {
    name: "Generation",
    text: "A new kind of machine, of which fewer do the same work. It is announced ahead; older machines count for less from then on.",
  },
  commons: {
    name: "Commons",
    text: "Land and money that belong to all in common. Enterprises without room use its land for nothing.",
  },
  parcel: {
    name: "Parcel",
    text: "Room for six more to work. There are never more parcels than at the start; who owns one and does not use it lets it.",
  },
  secondJob: {
    name: "Second job",
    text: "A part of one's week in another enterprise, for its base pay, where both allow it.",
  },
  buyOut: {
    name: "Buy-out",
    text: "The people of a firm buy it and become its co-operative; what they owe is paid out of later surpluses.",
  },
  outsideCapital: {
    name: "Outside capital",
    text: "Units that a co-operative sells to anybody: no vote, a stated return a year before members share a surplus, and paid back at their price when the members decide to.",
  },
  receivership: {
    name: "Receivership",
    text: "What an enterprise comes into that cannot pay. Its people may take it over first; otherwise it is wound up and its things are sold.",
  },
  loan: {
    name: "Loan",
    text: "Money of the mutual bank, which belongs to its depositors. It lends against what an enterprise owns and earns; interest goes back to those who hold money.",
  },
  gini: {
    name: "Gini coefficient",
    text: "How unequal something is spread: 0 when all have the same, 1 when one has everything.",
  },
  lorenz: {
    name: "Lorenz curve",
    text: "What the poorest tenth, two tenths and so on hold together. The further it hangs below the straight line, the less equal.",
  },
  velocity: { name: "Velocity", text: "The part of all money that people spend on goods in a tick." },
  treasury: {
    name: "Treasury",
    text: "The limited government: it takes the taxes the laws name, pays what the laws promise, and gives back what it would otherwise hoard.",
  },
  marketMaker: {
    name: "Market maker",
    text: "A public dealer with a small budget who always bids a little below the price and offers a little above.",
  },
  caretaker: {
    name: "Caretaker",
    text: "Looks after the seat of somebody who is away: carries on what was decided, and never sells, dismisses or votes.",
  },
  autopilot: {
    name: "Autopilot",
    text: "A plain way to decide that plays a seat as the ghost it is compared with at the end.",
  },
});

export type TermKey = keyof typeof terms;
