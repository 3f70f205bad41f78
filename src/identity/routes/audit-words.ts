import { longDate } from "../../web/formats.ts";
import type { Language, Translated } from "../../web/language.ts";
import type { Role } from "../actor.ts";
import { roleNames } from "./messages-roles.ts";

type Say = (value: string) => string;

/** "2 filer"; nothing of none. */
const many = (value: string, one: string, more: string): string =>
  value === "0" ? "" : `${value} ${value === "1" ? one : more}`;

/** What an entry tells of its deed that a reader understands, in the order it is said. Numbers of rows and sums are no such thing. */
const words: Translated<Record<string, Say>> = {
  da: {
    reference: (value) => value,
    title: (value) => `“${value}”`,
    name: (value) => value,
    role: (value) => roleNames.da[value as Role] ?? value,
    date: (value) => longDate(value, "da"),
    start: (value) => `kl. ${value}`,
    place: (value) => value,
    from: (value) => `fra ${longDate(value, "da")}`,
    until: (value) => `til ${longDate(value, "da")}`,
    responsible: (value) => `ansvarlig ${value}`,
    deadline: (value) => `frist ${longDate(value, "da")}`,
    closed: (value) => (value === "true" ? "lukket" : ""),
    claim: (value) => `“${value}”`,
    reason: (value) => `begrundelse: ${value}`,
    days: (value) => `${value} dages frist`,
    items: (value) => many(value, "punkt", "punkter"),
    points: (value) => many(value, "punkt i indstillingen", "punkter i indstillingen"),
    files: (value) => many(value, "fil", "filer"),
    recipients: (value) => many(value, "modtager", "modtagere"),
    guests: (value) => many(value, "gæst", "gæster"),
    added: (value) => `${value} kom på`,
    withdrawn: (value) => `${value} taget af`,
    changed: (value) => `${value} ændret`,
    warnings: (value) => many(value, "advarsel besvaret", "advarsler besvaret"),
  },
  en: {
    reference: (value) => value,
    title: (value) => `“${value}”`,
    name: (value) => value,
    role: (value) => roleNames.en[value as Role] ?? value,
    date: (value) => longDate(value, "en"),
    start: (value) => value,
    place: (value) => value,
    from: (value) => `from ${longDate(value, "en")}`,
    until: (value) => `until ${longDate(value, "en")}`,
    responsible: (value) => `responsible: ${value}`,
    deadline: (value) => `deadline ${longDate(value, "en")}`,
    closed: (value) => (value === "true" ? "closed" : ""),
    claim: (value) => `“${value}”`,
    reason: (value) => `reason: ${value}`,
    days: (value) => `a deadline of ${value} days`,
    items: (value) => many(value, "item", "items"),
    points: (value) => many(value, "recommendation", "recommendations"),
    files: (value) => many(value, "file", "files"),
    recipients: (value) => many(value, "recipient", "recipients"),
    guests: (value) => many(value, "guest", "guests"),
    added: (value) => `${value} added`,
    withdrawn: (value) => `${value} withdrawn`,
    changed: (value) => `${value} changed`,
    warnings: (value) => many(value, "warning answered", "warnings answered"),
  },
};

/** An entry's details for people to read; lists are counted. */
export function auditWords(details: Record<string, unknown>, language: Language): string {
  return Object.entries(words[language])
    .flatMap(([name, say]) => {
      const value = details[name];
      if (value === undefined || value === null || value === "") return [];
      if (typeof value === "object" && !Array.isArray(value)) return [];
      return say(String(Array.isArray(value) ? value.length : value)) || [];
    })
    .join(" · ");
}

/** All that an entry keeps, as it is kept. */
export function auditRecord(details: Record<string, unknown>): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join(", ");
}
