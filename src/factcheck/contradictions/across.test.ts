import { describe, expect, it } from "vitest";
import { readMinutes } from "#minutes/read-minutes.ts";
import { type Reading, readSource } from "../reading.ts";
import { checkContradictions } from "./check-contradictions.ts";

/** Minutes of one committee with one case, as files have them. */
function paper(date: string, caseNumber: string, title: string, text: string): Reading {
  const [year, month, day] = date.split("-");
  const whole = `REFERAT Kulturudvalget d. ${day}-${month}-${year}

Mødedato Tirsdag d. ${day}-${month}-${year} kl. 15:00

Mødested Mødelokale 3, Eksempelkøbing Kommune

Punkt 12: ${title}

${caseNumber}

Resume

${text}

Beslutning

Kulturudvalget, ${day}.${month}.${year}

Til efterretning.
`;
  const file = `referat-${date}.txt`;
  const minutes = readMinutes({ format: "text", text: whole, pages: null, warnings: [] }, { file, sha256: "" });
  return readSource({ file, text: whole, minutes });
}

const found = (...readings: Reading[]): string[] =>
  checkContradictions(readings).map(
    ({ verdict, stated, computed, file }) => `${verdict}: ${stated} / ${computed} in ${file}`,
  );

describe("papers on one case", () => {
  const first = paper(
    "2023-02-14",
    "23-001234",
    "Orientering om bibliotekets besøg",
    "Biblioteket havde i 2022 i alt 41.820 besøgende.",
  );

  it("asks about last year's figure told anew with another value", () => {
    const later = paper(
      "2024-02-13",
      "23-001234",
      "Orientering om bibliotekets besøg",
      "Biblioteket havde i 2022 i alt 41.280 besøgende.",
    );
    expect(found(first, later)).toEqual(["warning: 41.280 / 41.820 in referat-2024-02-13.txt"]);
  });

  it("tells when a later paper says the same", () => {
    const later = paper(
      "2024-02-13",
      "23-001234",
      "Orientering om bibliotekets besøg",
      "Biblioteket havde i 2022 i alt 41.820 besøgende.",
    );
    expect(found(first, later)).toEqual(["ok: 41.820 / 41.820 in referat-2024-02-13.txt"]);
  });

  it("says nothing of budgets, which change from review to review", () => {
    const spring = paper(
      "2024-04-09",
      "24-000777",
      "Budgetkontrol af bibliotekerne",
      "Der er i 2023 et merforbrug på bibliotekerne på 1,4 mio. kr.",
    );
    const autumn = paper(
      "2024-10-08",
      "24-000777",
      "Budgetkontrol af bibliotekerne",
      "Der er i 2023 et merforbrug på bibliotekerne på 4,1 mio. kr.",
    );
    expect(found(spring, autumn)).toEqual([]);
  });

  it("says nothing of another case", () => {
    const other = paper(
      "2024-02-13",
      "24-000999",
      "Orientering om museets udstillinger",
      "Biblioteket havde i 2022 i alt 41.280 besøgende.",
    );
    expect(found(first, other)).toEqual([]);
  });
});
