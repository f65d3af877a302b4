import { describe, expect, it } from "vitest";
import { HouseRole, Measure } from "../../gen/technotariat/v1/house_pb";
import type { HousePerson } from "../../shared/net/model";
import { inOrder, possible } from "./measures";

const person = (given: Partial<HousePerson>): HousePerson => ({
  guestId: "7",
  name: "Bea",
  role: HouseRole.PLAYER,
  muted: false,
  banned: false,
  here: true,
  seatId: 0,
  ...given,
});

describe("measures", () => {
  it("are for hosts, about those who stand below them", () => {
    expect(possible(HouseRole.PLAYER, person({}))).toEqual([]);
    expect(possible(HouseRole.MODERATOR, person({ role: HouseRole.MODERATOR }))).toEqual([]);
    expect(possible(HouseRole.OWNER, person({ role: HouseRole.OWNER }))).toEqual([]);
    expect(possible(HouseRole.MODERATOR, person({}))).not.toContain(Measure.MAKE_MODERATOR);
    expect(possible(HouseRole.OWNER, person({}))).toContain(Measure.MAKE_MODERATOR);
  });
  it("fit what that person is now", () => {
    const seated = possible(HouseRole.OWNER, person({ seatId: 3, muted: true }));
    expect(seated).toEqual(expect.arrayContaining([Measure.UNMUTE, Measure.FREE_SEAT, Measure.RENAME]));
    expect(seated).not.toContain(Measure.MUTE);
    expect(possible(HouseRole.OWNER, person({}))).not.toContain(Measure.FREE_SEAT);
    expect(possible(HouseRole.OWNER, person({ here: false }))).not.toContain(Measure.SHOW_OUT);
    expect(possible(HouseRole.OWNER, person({ banned: true, seatId: 3 }))).toEqual([Measure.UNBAN]);
  });
});

describe("the list of people", () => {
  it("has hosts first and the shut out last", () => {
    const names = inOrder([
      person({ name: "Ugo", banned: true, here: false }),
      person({ name: "Zoe" }),
      person({ name: "Amy", here: false }),
      person({ name: "Max", role: HouseRole.OWNER, here: false }),
    ]).map(({ name }) => name);
    expect(names).toEqual(["Max", "Zoe", "Amy", "Ugo"]);
  });
});
