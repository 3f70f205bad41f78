import type { ReminderKind } from "#papers/approval/reminders.ts";
import type { WriteNotice } from "#papers/approval/send-reminders.ts";
import { oneLine } from "#mail/one-line.ts";
import { fullDate } from "../../../web/formats.ts";
import type { Translated } from "../../../web/language.ts";
import { links } from "../../../web/links.ts";

/** `paper`: what it is called in a mail. `due`: its last day in words; null where there is none. */
type Told = { reference: string; paper: string; committee: string; due: string | null; deputyFor: string | null };

type Words = {
  closed: (reference: string) => string;
  open: (title: string, reference: string) => string;
  kinds: Record<ReminderKind, (told: Told) => { subject: string; text: string }>;
};

const forDa = (name: string | null) => (name === null ? "" : ` Du er afløser for ${name}.`);
const forEn = (name: string | null) => (name === null ? "" : ` You act for ${name}.`);

const words: Translated<Words> = {
  da: {
    closed: (reference) => `En lukket sag (${reference})`,
    open: (title, reference) => `"${title}" (${reference})`,
    kinds: {
      waiting: ({ reference, paper, committee, due, deputyFor }) => ({
        subject: `Til godkendelse: sag ${reference}`,
        text: `${paper} til ${committee} venter på din godkendelse.${forDa(deputyFor)}${due ? ` Senest ${due}.` : ""}`,
      }),
      returned: ({ reference, paper, committee }) => ({
        subject: `Sendt tilbage til dig: sag ${reference}`,
        text: `${paper} til ${committee} er sendt tilbage til dig. Begrundelsen står på siden.`,
      }),
      due: ({ reference, paper, committee, due, deputyFor }) => ({
        subject: `Husk: sag ${reference} skal godkendes`,
        text: `${paper} til ${committee} skal være godkendt senest ${due}.${forDa(deputyFor)}`,
      }),
      overdue: ({ reference, paper, committee, due, deputyFor }) => ({
        subject: `Over fristen: sag ${reference}`,
        text: `${paper} til ${committee} skulle være godkendt senest ${due} og venter stadig på dig.${forDa(deputyFor)}`,
      }),
      deadline: ({ reference, paper, committee, due }) => ({
        subject: `Husk: sag ${reference} har frist`,
        text: `${paper} til ${committee} har frist ${due} og er stadig en kladde.`,
      }),
    },
  },
  en: {
    closed: (reference) => `A closed case (${reference})`,
    open: (title, reference) => `"${title}" (${reference})`,
    kinds: {
      waiting: ({ reference, paper, committee, due, deputyFor }) => ({
        subject: `For approval: case ${reference}`,
        text: `${paper} for ${committee} is waiting for your approval.${forEn(deputyFor)}${due ? ` By ${due}.` : ""}`,
      }),
      returned: ({ reference, paper, committee }) => ({
        subject: `Returned to you: case ${reference}`,
        text: `${paper} for ${committee} has been returned to you. The reason is on the page.`,
      }),
      due: ({ reference, paper, committee, due, deputyFor }) => ({
        subject: `Remember: case ${reference} is to be approved`,
        text: `${paper} for ${committee} must be approved by ${due}.${forEn(deputyFor)}`,
      }),
      overdue: ({ reference, paper, committee, due, deputyFor }) => ({
        subject: `Overdue: case ${reference}`,
        text: `${paper} for ${committee} should have been approved by ${due} and is still waiting for you.${forEn(deputyFor)}`,
      }),
      deadline: ({ reference, paper, committee, due }) => ({
        subject: `Remember: case ${reference} has a deadline`,
        text: `${paper} for ${committee} has its deadline on ${due} and is still a draft.`,
      }),
    },
  },
};

/**
 * Writes what waits for somebody, in their language: short, with a link, and of a closed paper its number alone. `home`: where
 * the portal is found, without a slash at the end.
 */
export const writeNotice =
  (home: string): WriteNotice =>
  ({ language, kind, municipality, paperId, title, deputyFor, dueOn, ...notice }) => {
    const t = words[language];
    const reference = oneLine(notice.reference, 100);
    const { subject, text } = t.kinds[kind]({
      reference,
      paper: title === null ? t.closed(reference) : t.open(oneLine(title), reference),
      committee: oneLine(notice.committee),
      due: dueOn && fullDate(dueOn, language),
      deputyFor: deputyFor && oneLine(deputyFor),
    });
    const url = home + links[language].paperApproval(municipality.slug, paperId);
    return { language, subject, text: `${text}\n\n${url}\n\n${oneLine(municipality.name)}\n` };
  };
