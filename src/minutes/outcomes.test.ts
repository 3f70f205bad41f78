import { describe, expect, test } from "vitest";
import { findRecused, findSubstitutes, readAbsence } from "./absences.ts";
import { readParts } from "./decision-parts.ts";
import { classifyOutcome } from "./outcomes.ts";

describe("the outcome of a decision", () => {
  test.each([
    ["Et ændringsforslag fra Konservative bortfaldt. Indstillingen blev godkendt.", "approved"],
    ["Ændringsforslag 1 faldt med 4 stemmer for.\nÆndringsforslaget blev forkastet.\nBudgettet vedtaget.", "approved"],
    ["Et mindretal bestående af Ib Kjær (V) kunne ikke tiltræde indstillingen.\nØvrige tiltrådte.", "approved"],
    ["Ib Kjær (V) kan ikke anbefale. Anbefales af de øvrige.", "recommended"],
    ["Ændringsforslaget blev forkastet.", "rejected"],
    ["Udvalget kan ikke anbefale forslaget. Udvalget ønsker sagen drøftet.", "rejected"],
    ["Udvalget sender sagen tilbage til forvaltningen.", "referred"],
    ["Udvalget sendte forslaget videre til Byrådet.", "referred"],
    ["Byrådet valgte Ole Riis (A) som medlem.", "approved"],
    ["Byrådet valgte at udsætte sagen.", "postponed"],
    ["Udvalget blev orienteret om byggeriet. Der følges op i 3. kvartal.", "noted"],
    ["Indstillingen følges.", "approved"],
    ["For stemte O og C, imod stemte A og V. Forslaget faldt.", "rejected"],
    ["Ændringsforslag 1 faldt, idet O stemte for. Budgettet blev godkendt.", "approved"],
    ["Der meddeles ikke dispensation. Ib Kjær stemte imod.", "rejected"],
    ["Udvalget besluttede, at der ikke arbejdes videre med planen.", "rejected"],
    ["Udvalget besluttede ikke at imødekomme ansøgningen.", "rejected"],
    ["Udvalget besluttede, at der ikke ændres på taksten.", "approved"],
    ["Udvalget fulgte indstillingen.", "approved"],
    ["De indstillede blev valgt.", "approved"],
    ["Sagen udsattes med henblik på nye tilbud.", "postponed"],
    ["Udvalget nedsatte en arbejdsgruppe.", "approved"],
    ["Sagen sættes på dagsordenen igen til august.", "postponed"],
    ["Budgettet oversendes til Byrådet uden anbefaling.", "referred"],
    ["Tilsynsrapporten sendes til udvalget.", "other"],
    ["Sagen sendes til Økonomiudvalget.", "referred"],
    ["Ej imødekommet.", "rejected"],
    ["Udvalget nedsættes som foreslået.", "approved"],
    ["Taget ad notam.", "noted"],
    ["Byrådet besluttede at lade forslaget udgå.", "withdrawn"],
    ["Borgmesteren trak sagen.", "withdrawn"],
    ["Lånet optages.", "approved"],
    ["Byrådet afgav høringssvar.", "approved"],
    ["Formanden bød velkommen. Lånet optages i banken.", "other"],
    ["Udvalget besluttede at afvente den nye lov.", "postponed"],
    ["Økonomiudvalget følger Børneudvalgets anbefaling.", "recommended"],
    ["Som Børne- og Skoleudvalget.", "recommended"],
    ["Som udvalget ønskede, er planen godkendt.", "approved"],
    ["Udsendes i høring til 1. februar 2023.", "approved"],
    [
      'Et af Venstre fremsat ændringsforslag:\n"At prisen sættes op"\nblev forkastet. For stemte: V.\nIndstillingen blev godkendt.',
      "approved",
    ],
    ["Lotte Rask (F) stillede forslag om en pause. Forslaget blev nedstemt. Indstillingen tiltrådtes.", "approved"],
    ["Lotte Rask (F) stillede forslag om en pause. Forslaget blev nedstemt.", "rejected"],
    ["Forslaget om en pause blev nedstemt. Godkendt blev ingen af de andre.", "rejected"],
    ["Taget til efterretning. Forslaget om prisen faldt i god jord.", "noted"],
  ])("%s", (text, outcome) => expect(classifyOutcome(text)).toBe(outcome));
});

describe("parts of a decision on one line", () => {
  test.each([
    [
      "Ad 1: Godkendt. Ad 2: Udsat.",
      [
        [1, "approved"],
        [2, "postponed"],
      ],
    ],
    [
      "Indstillingens pkt. 1-2 godkendt. Pkt. 3 udsættes til martsmødet.",
      [
        [1, "approved"],
        [2, "approved"],
        [3, "postponed"],
      ],
    ],
    [
      "Indstillingens 1. punkt tiltrådt. Indstillingens 2. punkt udsat.",
      [
        [1, "approved"],
        [2, "postponed"],
      ],
    ],
    [
      "1-2: Indstilles til Byrådets godkendelse.",
      [
        [1, "recommended"],
        [2, "recommended"],
      ],
    ],
    [
      "Indstillingens pkt. 1 og 3 vedtaget. Indstillingens pkt. 2 henvises til Økonomiudvalget.",
      [
        [1, "approved"],
        [3, "approved"],
        [2, "referred"],
      ],
    ],
    [
      "Pkt. 1 blev godkendt. Pkt. 2 blev udsat, og pkt. 3 tages til efterretning.",
      [
        [1, "approved"],
        [2, "postponed"],
        [3, "noted"],
      ],
    ],
    [
      "Indstillingens punkt a og b tiltrådt. Indstillingens punkt c afvist.",
      [
        [1, "approved"],
        [2, "approved"],
        [3, "rejected"],
      ],
    ],
    [
      "Første at: Godkendt. Andet at: Udsat.",
      [
        [1, "approved"],
        [2, "postponed"],
      ],
    ],
    ["Godkendt for så vidt angår punkt 1 og 2. Punkt 3 udsættes.", [[3, "postponed"]]],
    [
      "Punkt a anbefales. Punkt b udsættes.",
      [
        [1, "recommended"],
        [2, "postponed"],
      ],
    ],
    ["Første udkast er godkendt. Andet punkt på listen drøftes.", []],
    ["1. at planen vedtages.", [[1, "approved"]]],
    ["Målestok 1:1000 er valgt.", []],
    ["Ad 1: Godkendt, jf. notatets punkt 2.", [[1, "approved"]]],
    ["Godkendt. Punkt 3 drøftes igen.", []],
  ])("%s", (line, parts) => expect(readParts([line]).map(({ number, outcome }) => [number, outcome])).toEqual(parts));
});

test("who steps in for a disqualified member is their substitute", () => {
  const text = "Eva Rask (A) var inhabil. Stedfortræder Ulrik Gade (V) deltog i behandlingen.";
  expect(findSubstitutes(text, findRecused(text))).toMatchObject([{ name: "Ulrik Gade", substituteFor: "Eva Rask" }]);
  expect(findSubstitutes("Stedfortræder Ulrik Gade deltog i et møde i KL.")).toEqual([]);
});

describe("who was away", () => {
  test.each([
    ["Ikke til stede ved punktets behandling: Per Sig (V)", ["Per Sig"], []],
    ["Afbud: Per Sig (V). I stedet deltog Ida Lund (V).", ["Per Sig"], ["Ida Lund"]],
    ["Fraværende var Otto Beck (C).", ["Otto Beck"], []],
  ])("is read from %s", (line, absent, substitutes) => {
    const absence = readAbsence(line);
    expect(absence?.absent.map(({ name }) => name)).toEqual(absent);
    expect(absence?.substitutes.map(({ name }) => name)).toEqual(substitutes);
  });

  test("and who sat in a disqualified member's place", () =>
    expect(findSubstitutes("Stedfortræder for Ole Brink (A) var Nis Friis (A).")).toMatchObject([
      { name: "Nis Friis", substituteFor: "Ole Brink" },
    ]));
});

describe("members who were disqualified", () => {
  test.each([
    ["Eva Rask var inhabil og forlod mødet under behandlingen. Tiltrådt.", ["Eva Rask"]],
    ["Tiltrådt.\nIb Kjær (V) og Eva Rask forlod lokalet under sagens behandling.", ["Ib Kjær", "Eva Rask"]],
    ["Byrådet fandt Eva Rask (A) inhabil. Eva Rask forlod salen.", ["Eva Rask"]],
    ["Byrådet besluttede, at Ib Kjær er inhabil. Ib Kjær forlod mødet under sagens behandling.", ["Ib Kjær"]],
    ["Eva Rask forlod mødet kl. 17.40 inden behandlingen af dette punkt.", ["Eva Rask"]],
    ["Byrådet besluttede, at Eva Rask ikke var inhabil.", []],
    ["Byrådet fandt ikke Eva Rask inhabil.", []],
    ["Udvalget drøftede, om Eva Rask var inhabil.", []],
    ["Eva Rask forlod mødet kl. 18.10.", []],
  ])("are away for the item: %s", (text, names) => expect(findRecused(text).map(({ name }) => name)).toEqual(names));
});
