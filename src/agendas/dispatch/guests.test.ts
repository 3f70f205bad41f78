import { describe, expect, test } from "vitest";
import { guestMails, type InvitedGuest } from "./guests.ts";

const gerda: InvitedGuest = {
  itemId: 1,
  userId: null,
  name: "Gerda Gran",
  email: "gerda@example.dk",
  language: "da",
  from: "13:15",
  until: null,
};
const gorm = { ...gerda, name: "Gorm Gæst", email: "gorm@example.dk" };
const told = (before: InvitedGuest[], now: InvitedGuest[]) =>
  guestMails(before, now).map(({ name, kind }) => `${name}: ${kind}`);

describe("guests are told", () => {
  test.each<[string, InvitedGuest[], InvitedGuest[], string[]]>([
    ["nothing when nothing is new", [gerda, gorm], [gorm, gerda], []],
    ["that they are invited", [gerda], [gerda, gorm], ["Gorm Gæst: dispatch"]],
    ["that they come at another time", [gerda], [{ ...gerda, until: "14:00" }], ["Gerda Gran: changed"]],
    ["that they are not to come", [gerda, gorm], [gerda], ["Gorm Gæst: withdrawn"]],
    ["of each item by itself", [gerda], [{ ...gerda, itemId: 2 }], ["Gerda Gran: dispatch", "Gerda Gran: withdrawn"]],
    [
      "nothing for another name, language or letter case",
      [gerda],
      [{ ...gerda, email: "Gerda@Example.dk", name: "Gerda", language: "en" }],
      [],
    ],
  ])("%s", (_what, before, now, mails) => {
    expect(told(before, now)).toEqual(mails);
    // Once that is told, there is nothing more to tell.
    expect(told(now, now)).toEqual([]);
  });
});
