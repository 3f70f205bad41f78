import { expect, test } from "vitest";
import { splitBodyDate } from "./body-date.ts";
import { readMinutes } from "./read-minutes.ts";

function decisionsOf(body: string) {
  const text = `Byrådet i Aagård Kommune
Referat
Mødedato: 29. september 2020

Punkt 1: Havneplan for byen
${body}

Punkt 2: Eventuelt
Beslutning
Intet.
`;
  const { items } = readMinutes(
    { format: "text", text, pages: null, warnings: [] },
    { file: "proeve.txt", sha256: "" },
  );
  return items[0]?.decisions.map(({ committee, date, outcome }) => [committee, date, outcome]);
}

const COUNCIL = ["Byrådet", "2020-09-29", "approved"];

test.each([
  "Historik\nTeknisk Udvalg den 3. september 2020: Anbefales.\nØkonomiudvalget den 10. september 2020: Som Teknisk Udvalg.",
  "Sagens tidligere behandling\nTeknisk Udvalg, 03-09-2020, pkt. 7: Anbefales.\nØkonomiudvalget, 10-09-2020: Anbefales.",
  "Sagsforløb\nTeknisk Udvalg 03-09-2020 - Anbefales.\nØkonomiudvalget 10-09-2020 - Økonomiudvalget følger Teknisk Udvalgs anbefaling.",
])("earlier bodies' decisions of one line each are decisions of those bodies: %s", (history) =>
  expect(decisionsOf(`${history}\nBeslutning\nGodkendt.`)).toEqual([
    ["Teknisk Udvalg", "2020-09-03", "recommended"],
    ["Økonomiudvalget", "2020-09-10", "recommended"],
    COUNCIL,
  ]),
);

test("they may stand in front of the meeting's own decision", () =>
  expect(
    decisionsOf(
      "Beslutning\nTeknisk Udvalg den 3. september 2020: Anbefales.\nByrådet den 29. september 2020: Godkendt.",
    ),
  ).toEqual([["Teknisk Udvalg", "2020-09-03", "recommended"], COUNCIL]));

test.each([
  "Sagsgang\nTeknisk Udvalg 03.09.2020 - godkender\nØkonomiudvalget 06.10.2020: Anbefales.",
  "Historik\nTeknisk Udvalg besluttede den 3. september 2020: at planen skulle i høring.",
  "Historik\nTeknisk Udvalg den 3. september 2020: udvalget så på havnen.",
  "Sagsfremstilling\nTeknisk Udvalg den 3. september 2020: Godkendt.",
])("who is to have the case, and prose, are no decisions: %s", (path) =>
  expect(decisionsOf(`${path}\nBeslutning\nGodkendt.`)).toEqual([COUNCIL]),
);

test("a line is split only behind a body and its date", () => {
  expect(splitBodyDate("Teknisk Udvalg, 4. juni 2019, pkt. 55: Anbefales.")).toEqual({
    head: { committee: "Teknisk Udvalg", date: "2019-06-04", itemNumber: "55" },
    rest: "Anbefales.",
  });
  expect(splitBodyDate("Mødet den 4. juni 2019: Afholdt på rådhuset.")).toBeNull();
  expect(splitBodyDate("Frist for svar er den 4. juni 2019: Send dem til os.")).toBeNull();
});
