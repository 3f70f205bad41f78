import { describe, expect, it } from "vitest";
import { findingsIn, verdictOf } from "./testing.ts";

const table = [
  "Henvendelser\tAntal 2023\tAntal 2022",
  "Henvendelser om vejbelysning\t414\t399",
  "Henvendelser om huller i vejen\t181\t137",
  "Henvendelser i alt\t595\t536",
].join("\n");
const near = (sentence: string) => `${sentence}\n\n${table}\n`;

describe("growth told beside a table", () => {
  it("holds against the row it names", () => {
    expect(
      verdictOf(near("Antallet af henvendelser om huller i vejen er steget med 32,12 % i forhold til 2022.")),
    ).toBe("ok");
    expect(verdictOf(near("Antallet af henvendelser er i alt steget med 11 % i forhold til 2022."))).toBe("ok");
    expect(verdictOf(near("Der er i 2023 kommet 15 flere henvendelser om vejbelysning end i 2022."))).toBe("ok");
    expect(verdictOf(`${table}\n\nHenvendelser om vejbelysning er fra 2022 til 2023 steget med 3,8 procent.\n`)).toBe(
      "ok",
    );
  });

  it("is wrong when the row gives another growth", () => {
    const text = near("Antallet af henvendelser om vejbelysning er steget med 11 % i forhold til 2022.");
    const [finding] = findingsIn(text);
    expect(finding).toMatchObject({ verdict: "error", check: "ratio", stated: "11 %", computed: "3,8 %" });
    expect(finding?.explanation).toBe(
      "»Henvendelser om vejbelysning« i tabellen: (414 - 399) / 399 = 3,8 %, men der står 11 %; tallet passer på »Henvendelser i alt«.",
    );
    expect(finding?.evidence.map(({ text: words }) => words)).toEqual(["399", "414"]);
  });

  it("only warns when the sentence tells of something narrower than the row", () => {
    const text = near(
      "Antallet af henvendelser om vejbelysning i landdistrikterne er steget med 11 % i forhold til 2022.",
    );
    expect(verdictOf(text)).toBe("warning");
  });

  it.each([
    "Antallet af henvendelser om snerydning er faldet med 4 % i forhold til 2019.",
    "Antallet af henvendelser om vejbelysning steg i første kvartal med 20 % i forhold til 2022.",
    "Antallet af henvendelser om vejbelysning steg med 11 %.",
  ])("is silent: %s", (sentence) => expect(verdictOf(near(sentence))).toBe("silent"));

  it("reads tables with the years in the rows", () => {
    const turned = "År\tUdlån af bøger\tUdlån af film\n2022\t1.200\t300\n2023\t1.320\t240\n2024\t1.400\t200";
    expect(verdictOf(`Udlån af bøger er steget med 10 % fra 2022 til 2023.\n\n${turned}\n`)).toBe("ok");
    expect(verdictOf(`Udlån af film er faldet med 10 % fra 2022 til 2023.\n\n${turned}\n`)).toBe("error");
  });
});
