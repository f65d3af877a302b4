import { Role } from "../../gen/technotariat/v1/economy_pb";
import { catalogue } from "../../shared/i18n/catalogue";

export const words = catalogue("seats", {
  title: "Choose your seat",
  note: "The seat decides where you start, not what you may become: anyone may found, join, leave and invest.",
  roles: {
    [Role.CAPITALIST]: {
      feel: "You own a firm. You decide at once and alone.",
      lines: [
        "Set wages, places, price and production",
        "What is left after the wages is yours",
        "Pay too little and your people walk to the co-op next door",
      ],
    },
    [Role.MEMBER]: {
      feel: "You own one vote. You win by winning others over.",
      lines: [
        "Propose and vote: base wage, surplus, admissions, manager",
        "Your share grows with your effort",
        "Every motion takes a tick; every new member dilutes",
      ],
    },
    [Role.WORKER]: {
      feel: "You own your time. Everyone needs it.",
      lines: [
        "Take the best offer, and leave for a better one",
        "Join a co-operative, or save to found your own",
        "Little to lose, the whole town to choose from",
      ],
    },
  },
  free: (n: number) => (n === 0 ? "No free seat" : n === 1 ? "1 free seat" : `${n} free seats`),
  sit: "Take this seat",
  mine: "This is your seat",
  toPlay: "To your desk",
  none: "None of this kind is free. Others may leave theirs.",
  seated: "You already have a seat in this world.",
  whoSits: "Who sits where",
  seat: "Seat",
  person: "Person",
  place: "At",
  state: "State",
  leave: "Leave my seat",
  leaveSure: "Leave your seat? A caretaker will carry on your standing decisions.",
  watch: "Or just watch the town",
  invite: "Invite others",
  inviteNote: "With this address they look on and sit down, unless the world is by invitation.",
  copy: "Copy the address",
  address: "Address of this world",
  links: "Links that invite, with a part and an end",
  account: "Make an account",
});
