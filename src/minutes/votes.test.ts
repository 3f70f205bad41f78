import { describe, expect, test } from "vitest";
import { findDissents } from "./dissents.ts";
import { findVotes } from "./votes.ts";

describe("votes against a decision", () => {
  test.each([
    ["Godkendt med 4 stemmer (A, V) mod 1 (Ø).", ["Ø"]],
    ["Godkendt med 15 stemmer for (V, A) og 3 stemmer imod (O, Ø).", ["O, Ø"]],
    ["20 stemte for, 3 stemte imod (O), 1 undlod at stemme (Connie Høj).", ["O", "Connie Høj"]],
    ["For stemte: A og F, imod stemte: V og C, undlod at stemme: B.", ["V og C", "B"]],
    ["Indstillingen blev godkendt mod Venstres stemmer.", ["Venstre"]],
    ["Trafikken måles mod nord i 2 uger.", []],
  ])("are found in %s", (sentence, who) => expect(findVotes(sentence)).toEqual(who));
});

describe("dissents", () => {
  const by = (text: string) => findDissents(text).flatMap((dissent) => dissent.by);

  test.each([
    ["Hans Chr. Bak (Ø) tager forbehold.", ["Hans Chr. Bak"]],
    ["Rådmand H.C. Lund stemte imod.", ["H.C. Lund"]],
    ["Anne-Marie von Holm (C) ønsker tilført referatet, at prisen er for høj.", ["Anne-Marie von Holm"]],
    ["Lis Ravn Sørensen stemte hverken for eller imod.", ["Lis Ravn Sørensen"]],
    ["For stemte: A og B. Imod stemte: C, V og Å. Ingen medlemmer undlod at stemme.", ["C", "V", "Å"]],
  ])("name who did not support the decision: %s", (text, names) => expect(by(text)).toEqual(names));
});
