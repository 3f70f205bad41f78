import { expect, test } from "vitest";
import type { Finding } from "#factcheck/model.ts";
import type { Expectation } from "./five-documents.ts";
import { documentsTable, meetExpectations } from "./score-documents.ts";

const expectation = (id: string, verdict: Expectation["verdict"], line: number, stated?: string): Expectation => ({
  id,
  file: "a",
  lines: [line, line],
  verdict,
  ...(stated === undefined ? {} : { stated }),
});

/** Lines of the pretended text are ten letters long. */
const finding = (line: number, verdict: Finding["verdict"], stated: string): Finding => ({
  file: "a",
  span: { start: (line - 1) * 10, end: (line - 1) * 10 + 5 },
  item: null,
  check: "percentage",
  claim: stated,
  stated,
  computed: null,
  verdict,
  explanation: "",
  evidence: [],
});

test("an expectation is met by the gravest finding on its lines that states its figure", () => {
  const met = meetExpectations(
    [
      expectation("E1", "error", 1, "38"),
      expectation("E2", "error", 2),
      expectation("W1", "warning", 3),
      expectation("V1", "holds", 4),
      expectation("V2", "holds", 1, "46"),
    ],
    [finding(1, "error", "38 %"), finding(1, "ok", "46 %"), finding(2, "warning", "5"), finding(4, "error", "7")],
    (_, at) => Math.floor(at / 10) + 1,
  );
  expect(met.map(({ said }) => said)).toEqual(["error", "warning", null, "error", "ok"]);
  expect(documentsTable(met).split("\n")).toEqual([
    "Kendte fejl: 1 af 2 fundet som fejl (mangler E2 som advarsel).",
    "Kendte tvivlstilfælde: 0 af 1 fundet (mangler W1).",
    "Rigtige påstande, fælder og konverteringsskader: 1 meldt som fejl (V1).",
  ]);
});
