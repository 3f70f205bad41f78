import { describe, expect, test } from "vitest";
import { findCommitments } from "./commitments.ts";
import type { SectionRole } from "./model.ts";

const meeting = { committee: "Børneudvalget", date: "2024-09-10" };
const promised = (text: string, role: SectionRole) =>
  findCommitments(text, role, meeting).map(({ due, recurs }) => [due, recurs]);

describe("what a document promises", () => {
  test.each<[string, SectionRole, [string | null, string | null][]]>([
    ["Byrådet behandler sagen den 8. oktober 2024.", "presentation", [["2024-10-08", null]]],
    ["Sagen forelægges igen i februar 2025.", "presentation", [["2025-02", null]]],
    ["Planen vender tilbage til udvalget efter høringen.", "decision", [[null, null]]],
    ["Næste status gives i første halvår 2025.", "decision", [["2025-H1", null]]],
    ["Udvalget ønsker en årlig status på udlånet.", "decision", [[null, "P1Y"]]],
    ["Der forelægges en særskilt sag inden sommerferien 2025.", "decision", [["2025-06", null]]],
    ["Formanden kontakter de foreninger, der har fået afslag.", "decision", [[null, null]]],
    ["Det blev aftalt, at direktøren besvarer brevet inden udgangen af november.", "decision", [["2024-11", null]]],
    ["Byrådet pålagde forvaltningen at ændre praksis inden 1. marts 2025.", "decision", [["2025-03-01", null]]],
    ["Sagen tages op igen om et halvt år.", "decision", [["2025-03", null]]],
    ["Forvaltningen giver en tilbagemelding på decembermødet.", "decision", [["2024-12", null]]],
    ["Lone og Per laver et oplæg til mødet i oktober.", "decision", [["2024-10", null]]],
    ["Henrik indhenter tilbud.", "decision", [[null, null]]],
    ["Jeppe lægger princippet på Aula.", "decision", [[null, null]]],
    ["Handleplanen revideres hvert andet år.", "presentation", [[null, "P2Y"]]],
    [
      "Udvalget besluttede at anmode forvaltningen om et oplæg til salg til mødet den 12. november 2024.",
      "decision",
      [["2024-11-12", null]],
    ],
    ["Der gives svar senest den\n1. november 2024.", "decision", [["2024-11-01", null]]],
    ["Der udarbejdes en pjece til borgerne.", "decision", [[null, null]]],
    ["Forvaltningen bedes belyse udgifterne.", "decision", [[null, null]]],
    ["Borgmesteren lovede et skriftligt svar inden jul.", "decision", [["2024-12", null]]],
    ["Kommissoriet forelægges på førstkommende møde.", "decision", [[null, null]]],
    ["Åbningstiderne tages op til revision senere.", "decision", [[null, null]]],
    ["Udvalget ønsker sagen forelagt igen til budget 2026.", "decision", [["2026", null]]],
    ["- April 2025: Udbud af opgaven", "process", [["2025-04", null]]],
    ["Når rådgiveren er valgt, nedsætter Vej og Park en følgegruppe.", "process", [[null, null]]],
    [
      "Forvaltningen holder møder i februar og marts 2025.",
      "process",
      [
        ["2025-02", null],
        ["2025-03", null],
      ],
    ],
    [
      "Arbejdet udføres fra januar til maj 2025.",
      "process",
      [
        ["2025-01", null],
        ["2025-05", null],
      ],
    ],
  ])("%s (%s)", (text, role, found) => expect(promised(text, role)).toEqual(found));

  test.each<[string, SectionRole]>([
    ["Borgere skal søge om tilskud senest den 1. oktober 2024.", "presentation"],
    ["Ansøgeren skal fjerne skuret senest den 1. december 2024.", "process"],
    ["Efter folkeskoleloven skal en plan vedtages hvert andet år.", "presentation"],
    ["Planen blev vedtaget i efteråret 2023.", "process"],
    ["Loven træder i kraft den 1. januar 2025.", "presentation"],
    ["Formanden orienterer om et møde i KL.", "decision"],
    ["Økonomiudvalget sender sagen tilbage til Teknisk Udvalg.", "decision"],
    ["Udvalget ønsker at takke for de mange gode input.", "decision"],
    ["Tiltrådt, idet høringsfristen forlænges til den 1. november 2024.", "decision"],
    ["Udvalget glæder sig over udviklingen.", "decision"],
    ["Venstre lægger vægt på tallene.", "decision"],
    ["Priserne opdateres hvert år af staten.", "presentation"],
    ["Der blev udarbejdet en pjece i 2023.", "decision"],
    ["Borgerne bedes vise hensyn, står der i pjecen.", "presentation"],
    ["Spørgsmålet tages op til overvejelse i andre kommuner.", "presentation"],
    ["Per fortalte, at fotografen kommer hvert år.", "decision"],
    ["Mette sender mange hilsner.", "presentation"],
    ["Der sender mange unge ansøgninger fra andre kommuner.", "decision"],
    ["Tilbuddet består af kurser, som afholdes i familiehuset.", "presentation"],
    ["Udvalget besluttede i juni, at der skulle udarbejdes en plan.", "summary"],
  ])("is nothing in: %s (%s)", (text, role) => expect(promised(text, role)).toEqual([]));
});
