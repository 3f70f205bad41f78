import { expect, test } from "vitest";
import { readMinutes } from "./read-minutes.ts";

function read(title: string, decision: string) {
  const text = `REFERAT Socialudvalget 2022-2025 d. 14-05-2024

Mødedato: Tirsdag den 14. maj 2024 kl. 13:00

Punkt 1: Godkendelse af dagsorden

Beslutning

Godkendt.

Punkt 2: ${title}

Beslutning

${decision}

Punkt 3: Meddelelser

Beslutning

Til efterretning.
`;
  return readMinutes({ format: "text", text, pages: null, warnings: [] }, { file: "proeve.txt", sha256: "" });
}

test.each([
  "Udsatte boligområder, status",
  "Udsatterådets årsberetning",
  "Afvistes venteliste til plejebolig",
  "Drøftetema om frivillige",
  "Majfest på havnen",
  "Godkendte plejefamilier 2024",
])("a title that begins like a decision or a date is a title: %s", (title) => {
  expect(read(title, "Godkendt.").items.map((item) => item.title)).toEqual([
    "Godkendelse af dagsorden",
    title,
    "Meddelelser",
  ]);
});

test("what is decided for udsatte children is not postponed", () => {
  expect(read("Handleplan", "Handleplan for udsatte børn godkendes.").items[1]?.decisions[0]?.outcome).toBe("approved");
  expect(read("Handleplan", "Udsat.").items[1]?.decisions[0]?.outcome).toBe("postponed");
});
