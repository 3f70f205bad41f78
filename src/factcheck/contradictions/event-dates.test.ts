import { describe, expect, it } from "vitest";
import { readSource } from "../reading.ts";
import { checkEventDates } from "./event-dates.ts";

const found = (text: string): string[] =>
  checkEventDates(readSource({ file: "referat.txt", text, minutes: null })).map(
    ({ verdict, stated, computed }) => `${verdict}: ${stated} / ${computed}`,
  );

describe("hearings and deadlines", () => {
  it("finds a hearing of other weeks than its days give", () => {
    const text = "Forslaget har været i otte ugers høring. Det var i høring fra den 5. februar til den 8. april 2024.";
    expect(found(text)).toEqual(["error: 8 uger / 9 uger"]);
  });

  it("agrees with weeks that end a few days early or late", () => {
    const text = "Planen var i 8 ugers høring fra den 3. marts til den 30. april 2025 uden bemærkninger.";
    expect(found(text)).toEqual(["ok: 8 uger / 8,3 uger"]);
  });

  it("finds the same hearing with another last day", () => {
    const text =
      "Forslaget var i høring fra den 5. februar til den 8. april 2024.\n\nI høringsperioden fra den 5. februar til den 18. april 2024 kom der fire svar.";
    expect(found(text)).toEqual(["error: 5. februar 2024 til 18. april 2024 / 5. februar 2024 til 8. april 2024"]);
  });

  it("takes hearings that share no day for two", () => {
    const text =
      "Første forslag var i høring fra den 5. februar til den 8. april 2023. Andet forslag var i høring fra den 2. maj til den 1. juli 2024.";
    expect(found(text)).toEqual([]);
  });

  it("says nothing where the deadline was moved", () => {
    const text =
      "Høringsfristen er den 8. april 2024.\n\nEfter ønske blev høringsfristen forlænget, så høringsfristen er den 18. april 2024.";
    expect(found(text)).toEqual([]);
  });

  it("finds a deadline in two months and asks about one on another day", () => {
    expect(found("Ansøgningsfristen er den 1. marts 2025.\n\nAnsøgningsfristen er den 1. maj 2025.")).toEqual([
      "error: 1. maj 2025 / 1. marts 2025",
    ]);
    expect(found("Ansøgningsfristen er den 1. marts 2025.\n\nAnsøgningsfristen er den 15. september 2025.")).toEqual([
      "warning: 15. september 2025 / 1. marts 2025",
    ]);
  });
});
