import { describe, expect, test } from "vitest";
import type { Notice } from "../send-reminders.ts";
import { writeNotice } from "./mails.ts";

const notice: Notice = {
  language: "da",
  kind: "waiting",
  municipality: { slug: "birkeby", name: "Birkeby" },
  paperId: 7,
  reference: "26-000041",
  title: "Ny legeplads",
  committee: "Skoleudvalget",
  deputyFor: null,
  dueOn: "2027-01-20",
};
const write = (said: Partial<Notice>) => writeNotice("https://moeder.eksempel.dk")({ ...notice, ...said });

describe("a mail about a paper", () => {
  test.each<[Partial<Notice>, string, string]>([
    [
      {},
      "venter på din godkendelse. Senest onsdag 20. januar 2027.",
      "is waiting for your approval. By Wednesday 20 January 2027.",
    ],
    [{ deputyFor: "Hanne Holm" }, "Du er afløser for Hanne Holm.", "You act for Hanne Holm."],
    [{ kind: "returned" }, "er sendt tilbage til dig.", "has been returned to you."],
    [
      { kind: "due" },
      "skal være godkendt senest onsdag 20. januar 2027.",
      "must be approved by Wednesday 20 January 2027.",
    ],
    [{ kind: "overdue" }, "skulle være godkendt senest", "should have been approved by"],
    [
      { kind: "deadline" },
      "har frist onsdag 20. januar 2027 og er stadig en kladde.",
      "has its deadline on Wednesday 20 January 2027 and is still a draft.",
    ],
    [{ title: null }, "En lukket sag (26-000041)", "A closed case (26-000041)"],
  ])("%j is written in both languages, with a link in the same", (said, da, en) => {
    const [inDanish, inEnglish] = [write(said), write({ ...said, language: "en" })];
    expect(inDanish.text).toContain(da);
    expect(inDanish.text).toContain("https://moeder.eksempel.dk/birkeby/");
    expect(inEnglish.text).toContain(en);
    expect(inEnglish.text).toContain("https://moeder.eksempel.dk/en/birkeby/");
    expect(inEnglish.subject).toMatch(/case 26-000041/);
    expect([inDanish.language, inEnglish.language]).toEqual(["da", "en"]);
  });

  test("of a closed paper says nothing but its number", () => {
    for (const kind of ["waiting", "returned", "due", "overdue", "deadline"] as const)
      for (const language of ["da", "en"] as const) {
        const { subject, text } = write({ kind, language, title: null });
        expect(`${subject}${text}`).not.toContain("legeplads");
      }
  });

  test("keeps hostile words on their own line, and short", () => {
    const hostile = `Ond\r\nBcc: alle@example.dk\r\n\r\n${"x".repeat(10_000)}`;
    const { subject, text } = write({ title: hostile, committee: hostile, deputyFor: hostile, reference: hostile });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^Bcc/m);
    expect(text.length).toBeLessThan(2000);
  });
});
