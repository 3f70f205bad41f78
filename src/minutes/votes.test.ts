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
    ["For: 12 (A, F), imod: 11 (V, C), undlod: 2 (B).", ["V, C", "B"]],
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

  test.each([
    ["Godkendt, mens D (1) undlod at stemme.", ["D"]],
    [
      "Et mindretal bestående af Karen Lund (V) og Jens Toft (C) kunne ikke tiltræde indstillingen.",
      ["Karen Lund", "Jens Toft"],
    ],
    ["Dansk Folkeparti videreførte deres forbehold fra udvalget.", ["Dansk Folkeparti"]],
    ["Godkendt, dog stemte Rikke Dahl (Ø) imod, og Kaj Toft (F) undlod at stemme.", ["Rikke Dahl", "Kaj Toft"]],
    ["Et mindretal i udvalget (Ø) ønsker forslag B.", ["Ø"]],
    ["Mindretallet (F) kan ikke anbefale.", ["F"]],
    ["Taget til efterretning, idet Nye Borgerlige ikke kan tage sagen til efterretning.", ["Nye Borgerlige"]],
    ["Tiltrådt mod stemmer fra C og I.", ["C", "I"]],
    ["For: A, B\nImod: C (2), Ib Kjær (V)\nUndlader: M", ["C", "Ib Kjær", "M"]],
    ["Protokolbemærkning fra Zenia Lykke: Prisen er for høj.", ["Zenia Lykke"]],
    ["Ove Elm (F) begærede særstandpunkt ført til protokol: Det er for højt.", ["Ove Elm"]],
    ["Ib Kjær (V) begærer sagen indbragt for Byrådet.", ["Ib Kjær"]],
    ["Venstre gør brug af standsningsretten.", ["Venstre"]],
    ["Ingen ønskede at benytte standsningsretten.", []],
    ["Økonomiudvalget ønskede sagen indbragt for Byrådet.", []],
    ["Formanden anmodede om at få ført til referat, at sagen haster.", []],
    ["Imod: Ingen", []],
    ["Sagen blev begæret indbragt for Byrådet af Ove Falk (C).", ["Ove Falk"]],
    ["Anbefales. *Troels Lind (O)* stemmer imod.", ["Troels Lind"]],
    ["SF tog forbehold for prisen, og Enhedslisten stemte imod.", ["SF", "Enhedslisten"]],
    ["Oversendes. Enhedslisten forbeholder sig sin stilling.", ["Enhedslisten"]],
    ["Tiltrådt. Liberal Alliance undlader at deltage i afstemningen.", ["Liberal Alliance"]],
    ["Godkendt.\nMindretalsudtalelse:\nEnhedslisten og SF finder, at planen er for dyr.", ["Enhedslisten", "SF"]],
    ["Godkendt.\nMindretalsudtalelse:\nIngen.", []],
    ["Imod: 3 (Tove Winge (B), Jens Elk (F), Maria Ask-Dam (Ø))", ["Tove Winge", "Jens Elk", "Maria Ask-Dam"]],
    ["V og C stemte imod. O undlod.", ["V", "C", "O"]],
    ["Bevilget 3.000 kr. Åge Juhl stemte for afslag.", ["Åge Juhl"]],
    ["Godkendt. Reglerne indebærer, at en ansøger ikke kan godkendes.", []],
    ["Godkendt. Naboerne kan ikke godkende planen.", []],
    ["Ændringsforslaget blev forkastet. For stemte: V. Imod stemte: A og F.\nGodkendt. Imod stemte: V.", ["V"]],
    ["Godkendt, idet dog ingen stemte imod.", []],
    ["Indstillingen er godkendt uden forbehold.", []],
  ])("are told by other words too: %s", (text, names) => expect(by(text)).toEqual(names));
});

describe("a rejected proposal", () => {
  const by = (text: string) => findDissents(text, true).map((dissent) => dissent.by);

  test.each([
    [
      "For forslaget stemte Enhedslisten og SF. Imod stemte de øvrige. Forslaget er forkastet.",
      [["Enhedslisten", "SF"]],
    ],
    [
      "Forslaget blev ikke vedtaget, idet kun Alternativet og Enhedslisten stemte for.",
      [["Alternativet", "Enhedslisten"]],
    ],
    ["Forslaget faldt. For stemte: Ø, Å. Imod stemte: A, V og C.", [["Ø", "Å"]]],
    ["Ikke vedtaget. 5 stemte for (M, F) og 16 stemte imod.", [["M", "F"]]],
    ["Ikke vedtaget.\nFor: 3 (Ø, F)\nImod: 20", [["Ø", "F"]]],
    ["Udvalget kan ikke anbefale. Otto Beck (C) ønskede ansøgningen anbefalet.", [["Otto Beck"]]],
    ["Forslaget kunne ikke tiltrædes. Liste Ø støttede forslaget.", [["Liste Ø"]]],
    ["Anbefales ikke. Nadja Kvist (Ø) anbefaler forslaget.", [["Nadja Kvist"]]],
    ["Afslået. Forvaltningen anbefaler planen. Kommunen kan støtte andre projekter.", []],
    ["Forkastet. For stemte: Ø. Ø ønskede ført til protokol, at prisen er lav.", [["Ø"], ["Ø"]]],
    ["Forslaget blev forkastet. Alle stemte imod.", []],
    ["Forslaget blev forkastet. Udvalget stemte for at gå videre med model B.", []],
  ])("has those who voted for it as dissenters: %s", (text, who) => expect(by(text)).toEqual(who));

  test("that was adopted has those who voted against it", () =>
    expect(findDissents("For stemte: A og F. Imod stemte: C.").map((dissent) => dissent.by)).toEqual([["C"]]));
});
