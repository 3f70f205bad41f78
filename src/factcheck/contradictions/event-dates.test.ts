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

  it("asks about an arrangement on two days of one month", () => {
    const text =
      "Festen for frivillige afholdes fredag den 12. september 2025.\n\nFesten for frivillige afholdes den 21. september 2025.";
    expect(found(text)).toEqual(["warning: 21. september 2025 / 12. september 2025"]);
  });

  it.each([
    "Borgermødet i Nord holdes den 12. maj 2025.\n\nBorgermødet i Syd holdes den 21. maj 2025.",
    "Udvalgsmødet holdes den 12. maj 2025.\n\nUdvalgsmødet holdes den 21. maj 2025.",
    "Temadagen holdes den 12. maj 2025.\n\nTemadagen holdes den 3. november 2026.",
    "Temadagen holdes den 12. maj 2025.\n\nTemadagen flyttes. Temadagen holdes den 21. maj 2025.",
  ])("takes what may be two arrangements for two: %s", (text) => expect(found(text)).toEqual([]));

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
