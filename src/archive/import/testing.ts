import { createHash } from "node:crypto";
import type { Decision, Item, Minutes, Participant } from "#minutes/model.ts";
import type { Imported } from "./importer.ts";

export type TestDocument = { minutes: Minutes; text: string; bytes: Uint8Array; fileName: string };

export function aParticipant(name: string, more: Partial<Participant> = {}): Participant {
  return { name, party: null, attendance: "present", substituteFor: null, ...more };
}

export function aDecision(more: Partial<Decision> = {}): Decision {
  return {
    committee: "Teknikudvalget",
    date: "2024-05-14",
    outcome: "approved",
    text: "Godkendt.",
    absent: [],
    substitutes: [],
    parts: [],
    dissents: [],
    ...more,
  };
}

export function anItem(number: string | null, more: Partial<Item> = {}): Item {
  const title = more.title ?? `Sag om emne ${number ?? "uden nummer"}`;
  return {
    number,
    title,
    caseNumber: null,
    closed: false,
    attachments: [],
    sections: [
      {
        heading: "Beslutning",
        role: "decision",
        text: "Godkendt.",
        tables: [],
        sections: [],
        span: { start: 0, end: 9 },
      },
    ],
    treatment: [],
    recommendations: [],
    decisions: [aDecision()],
    references: [],
    commitments: [],
    span: { start: 0, end: 9 },
    ...more,
  };
}

/** Minutes of an invented committee, with bytes of their own: two documents that differ have different sums. */
export function aDocument(more: Partial<Minutes> = {}): TestDocument {
  const minutes: Minutes = {
    source: { file: "referat.txt", format: "text", pages: null, sha256: "" },
    kind: "minutes",
    municipality: "Prøvested",
    committee: "Teknikudvalget",
    term: "2022-2025",
    date: "2024-05-14",
    startTime: "13:00",
    endTime: null,
    place: "Mødelokale 1",
    participants: [aParticipant("Gerda Birk Holm"), aParticipant("Anton Vestermose", { attendance: "excused" })],
    tableOfContents: [],
    items: [anItem("36"), anItem("37"), anItem("38")],
    warnings: [],
    ...more,
  };
  const text = JSON.stringify(minutes, null, 1);
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { minutes: { ...minutes, source: { ...minutes.source, sha256 } }, text, bytes, fileName: minutes.source.file };
}

/** The result's word, or the reason why it failed. */
export function resultOf(imported: Imported): string {
  return imported.result === "failed" ? imported.message : imported.result;
}
