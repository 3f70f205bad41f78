import { describe, expect, it } from "vitest";
import { holidayOf } from "./days.ts";
import { aReading, complaint, complaints, confirmed, soundMinutes } from "./testing.ts";
import { checkStructure } from "./check-structure.ts";

const header = "REFERAT Parkudvalget d. 14-05-2024\n\nMødedato Tirsdag d. 14. maj 2024 kl. 13:00\n\n";
const item = (text: string) => `${header}Punkt 1: Stier\n\nSagsfremstilling\n\n${text}\n`;

describe("weekdays", () => {
  it.each([
    ["Borgermødet holdes onsdag den 15. maj 2024.", []],
    ["Borgermødet holdes torsdag den 15. maj 2024.", ["error weekday: torsdag den 15. maj 2024"]],
    ["Borgermødet holdes Torsdag d. 15-05-2024.", ["error weekday: Torsdag d. 15-05-2024"]],
    ["Borgermødet holdes den 15. maj 2024 (torsdag).", ["error weekday: 15. maj 2024 (torsdag)"]],
    ["Byggepladsen lukkes lørdag 01.06.2024.", []],
    ["Byggepladsen lukkes Sondag 01.06.2024.", ["error weekday: Sondag 01.06.2024"]],
    ["Arbejdet begynder mandag den 3. juni.", []],
    ["Arbejdet begynder tirsdag den 3. juni.", ["warning weekday: tirsdag den 3. juni"]],
    ["Arbejdet begynder fredag den 3. januar.", []],
    ["Parken har åbent tirsdag til torsdag. Den 15. maj 2024 er der fest.", []],
    ["Der er åbent hver fredag, og den 15. maj 2024 er der fest.", []],
    ["Mødet er flyttet til torsdag kl. 15.30 den 16. maj 2024.", []],
  ])("%s", (text, expected) => {
    expect(complaints(item(text))).toEqual(expected);
  });

  it("says where the year was taken from", () => {
    const [finding] = checkStructure([aReading(item("Arbejdet begynder tirsdag den 3. juni."))], {}).filter(
      ({ verdict }) => verdict === "warning",
    );
    expect(finding?.explanation).toBe(
      "Den 3. juni 2024 er en mandag, men der står tirsdag; året står der ikke, så det er taget fra mødet.",
    );
    expect(finding?.item).toBe("1");
  });

  it("confirms the weekday of the meeting", () => {
    expect(confirmed(header)).toContain("weekday: Tirsdag d. 14. maj 2024");
  });
});

describe("days of meetings", () => {
  it.each([
    ["Økonomiudvalget (anbefaler), 16.06.2024", ["warning weekday: Økonomiudvalget (anbefaler), 16.06.2024"]],
    ["Økonomiudvalget (anbefaler), 17.06.2024", []],
    ["Byrådet behandler sagen. Byrådets møde den 20. maj 2024.", ["warning weekday: Byrådets møde den 20. maj 2024"]],
    ["Byrådet, 26.04.2024", []],
    ["Byrådet, 05.05.2023", ["warning weekday: Byrådet, 05.05.2023"]],
    ["Loppemarkedet er den 16.06.2024.", []],
  ])("%s", (text, expected) => {
    expect(complaints(item(text))).toEqual(expected);
  });

  it("tells the holidays of a year", () => {
    expect(holidayOf("2024-03-29")).toBe("langfredag");
    expect(holidayOf("2025-04-20")).toBe("påskedag");
    expect(holidayOf("2026-05-14")).toBe("Kristi himmelfartsdag");
    expect(holidayOf("2023-05-05")).toBe("store bededag");
    expect(holidayOf("2024-04-26")).toBeNull();
    expect(holidayOf("2024-06-17")).toBeNull();
  });

  it("tells the one meeting on another weekday than all the others", () => {
    const days = ["09.01", "13.02", "12.03", "09.04", "11.06", "13.08"].map((day) => `Havneudvalget, ${day}.2024`);
    expect(complaints(item(`${days.join("\n\n")}\n\nSidst: Havneudvalgets møde den 11. september 2024.`))).toEqual([
      "warning weekday: Havneudvalgets møde den 11. september 2024",
    ]);
    expect(complaints(item(`${days.slice(2).join("\n\n")}\n\nHavneudvalgets møde den 11. september 2024.`))).toEqual(
      [],
    );
  });
});

describe("dates", () => {
  it.each([
    ["Fristen er den 31.04.2024.", ["error date: 31.04.2024"]],
    ["Fristen er den 30. februar.", ["error date: 30. februar"]],
    ["Fristen er den 29. februar 2023.", ["error date: 29. februar 2023"]],
    ["Fristen var den 29. februar 2024.", []],
    ["Fristen er den 14.13.2024.", ["error date: 14.13.2024"]],
    ["Fristen er 05-31-2024.", ["warning date: 05-31-2024"]],
    ["Fristen er den 32. maj.", ["error date: 32. maj"]],
    ["Ferien er i uge 31. juli er stille.", []],
    ["Sagen har nummer 15.20.00-G01-1-24 og version 31.04.1.", []],
    ["Lokalplan 31.06.2012.1 gælder.", []],
    ["Høringen løber fra 1. maj 2024 til 1. april 2024.", ["error date: 1. maj 2024 til 1. april 2024"]],
    ["Høringen løber fra 1. maj 2024 til 1. juli 2024.", []],
    ["Høringen løber fra 1. november til 31. marts 2025.", []],
    ["Perioden 05.02.2024-08.04.2023 er undersøgt.", ["error date: 05.02.2024-08.04.2023"]],
    ["Rapporten forventes afleveret senest den 1. juni 2023.", ["warning date: 1. juni 2023"]],
    ["Rapporten forventes afleveret senest den 1. juni 2025.", []],
    ["Rapporten blev afleveret den 1. juni 2023.", []],
  ])("%s", (text, expected) => {
    expect(complaints(item(text))).toEqual(expected);
  });
});

describe("the day of the meeting", () => {
  it("is silent about minutes that hold", () => {
    expect(complaints(soundMinutes())).toEqual([]);
  });

  it.each([
    ["the title", "d. 14-05-2024", "d. 15-05-2024", 1, /14\. maj 2024/],
    [
      "one decision",
      "Fritids- og Landdistriktsudvalget, 14.05.2024",
      "Fritids- og Landdistriktsudvalget, 15.05.2024",
      1,
      /15.05.2024/,
    ],
    ["the term", "2022-2025", "2018-2021", 1, /14/],
  ])("finds a slip in %s", (_, from, to, count, claim) => {
    const found = complaints(soundMinutes((text) => text.replace(from, to)));
    expect(found).toHaveLength(count);
    expect(found[0]).toMatch(claim);
    expect(found[0]).toMatch(/^error date/);
  });

  it("tells a wrong header once", () => {
    const found = complaints(
      soundMinutes((text) =>
        text.replace("d. 14-05-2024", "d. 21-05-2024").replace("14. maj 2024 kl", "21. maj 2024 kl"),
      ),
    );
    expect(found.filter((words) => /date: (?:21|d\. 21)/.test(words))).toHaveLength(1);
  });

  it("tells a signature sheet of another day", () => {
    expect(complaints(soundMinutes((text) => `${text}\nBilag\n\nUnderskriftsark 15.05.2024\n`))).toContain(
      "error date: 15.05.2024",
    );
  });

  it("warns when the file is named after another day", () => {
    expect(complaints(soundMinutes(), { file: "fritid-2024-05-15.txt" })).toHaveLength(1);
    expect(complaints(soundMinutes(), { file: "fritid-2024-05-14.txt" })).toEqual([]);
  });

  it("lets a postponed case carry the decision of the earlier meeting", () => {
    const twice = soundMinutes((text) =>
      text
        .replace("Ad. 1: Anbefales.", "Ad. 1: Anbefales.")
        .replace(
          "3. godkender taksterne.\n\nBeslutning\n",
          "3. godkender taksterne.\n\nBeslutning\n\nFritids- og Landdistriktsudvalget, 09.04.2024\n\nUdsat.\n",
        ),
    );
    expect(complaints(twice)).toEqual([]);
  });

  it("only warns where no other decision has a date of its own", () => {
    const undated = [1, 2, 3].map((number) => `Punkt ${number}: Sti ${number}\n\nBeslutning\n\nGodkendt.\n`).join("\n");
    const back = (text: string) =>
      text.replaceAll(/Sti [12]\n/g, "$&\nBeslutning fra Parkudvalget, 7. maj 2024, pkt. 4:\n\nUdsat.\n");
    expect(complaints(`${header}${undated}\nPunkt 4: Bro\n\nPunkt 5: Eng\n`)).toEqual([]);
    for (const words of complaints(`${header}${back(undated)}\nPunkt 4: Bro\n\nPunkt 5: Eng\n`))
      expect(words).toMatch(/^warning date/);
  });

  it("names places in the text", () => {
    const text = soundMinutes((words) => words.replace("Landdistriktsudvalget, 14.05", "Landdistriktsudvalget, 13.05"));
    for (const finding of checkStructure([aReading(text)], {}))
      expect(text.slice(finding.span.start, finding.span.end).replace(/\s+/g, " ").trim()).toBe(finding.claim);
    expect(checkStructure([aReading(text)], {}).map(complaint)).toContain("error date: 13.05.2024");
  });
});
