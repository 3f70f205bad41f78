import type { AgendaWarning } from "#agendas/agenda-warnings.ts";
import { longDate } from "../../web/formats.ts";
import type { Language, Translated } from "../../web/language.ts";

const states = {
  da: {
    draft: "er en kladde",
    "in-approval": "er til godkendelse",
    ready: "er klar",
    dispatched: "er udsendt",
    finished: "er afsluttet",
    withdrawn: "er trukket tilbage",
  },
  en: {
    draft: "is a draft",
    "in-approval": "awaits approval",
    ready: "is ready",
    dispatched: "has been sent out",
    finished: "is finished",
    withdrawn: "has been withdrawn",
  },
};

type Of<Code extends AgendaWarning["code"]> = Extract<AgendaWarning, { code: Code }>;
type Messages = { [Code in AgendaWarning["code"]]: (warning: Of<Code>) => string };

const da: Messages = {
  "paper-not-ready": ({ state }) =>
    state === "withdrawn" || state === "finished"
      ? `Sagen ${states.da[state]}. Tag den af dagsordenen.`
      : `Sagen ${states.da[state]} og ikke klar til udsendelse.`,
  "paper-changed": () => "Sagen er ændret, efter den kom på dagsordenen. Læs den igennem igen.",
  "no-recommendation": () => "Sagen har ingen indstilling til udvalget.",
  "no-economy": () => "Sagen har intet afsnit om økonomi.",
  "not-on-path": () => "Udvalget står ikke på sagens vej.",
  "path-skipped": ({ committee }) => `Sagens vej går over ${committee}, som ikke har sagen på et møde før dette.`,
  "path-later": ({ committee, date }) => `${committee} skal behandle sagen først, men gør det ${longDate(date, "da")}.`,
  "section-empty": ({ heading }) => `Afsnittet ${heading} er tomt.`,
  "attachment-missing": ({ words }) => `Teksten siger “${words}”, men bilaget mangler.`,
  "open-findings": ({ count }) =>
    count === 1 ? "Et tal stemmer ikke og er ikke besvaret." : `${count} tal stemmer ikke og er ikke besvaret.`,
  "same-case": ({ reference }) => `Sag ${reference} står på dagsordenen to gange.`,
  "closed-without-ground": () => "Punktet er lukket uden begrundelse. Skriv paragraf og grund.",
  "late-without-reason": () =>
    "Fristen er overskredet. Skriv, hvorfor punktet ikke kan vente; det står på dagsordenen.",
  "slot-outside": () => "Tiden ligger uden for mødet.",
  "slot-order": () => "Tiden ligger før et punkt, der står tidligere.",
  "slot-overlap": ({ minutes }) => `Tiden begynder ${minutes} minutter, før punktet forinden er slut.`,
  "time-runs-out": ({ minutes }) => `Punkterne tager ${minutes} minutter mere, end mødet varer.`,
  "nothing-to-treat": () => "Der er kun faste punkter på dagsordenen.",
  "nobody-to-send-to": () => "Ingen medlemmer af udvalget kan få dagsordenen. Giv dem adgang som medlemmer.",
  "no-caller": () => "Mødet er ekstraordinært. Skriv, om formanden eller en tredjedel af medlemmerne har bedt om det.",
  "few-recipients": ({ recipients, seats }) =>
    `Kun ${recipients} af udvalgets ${seats} medlemmer får dagsordenen. Det er færre end halvdelen, som skal være til stede.`,
  "unsent-before": ({ date, items }) =>
    `Dagsordenen til ${longDate(date, "da")} er ikke sendt ud. Dens ${items} punkter holder numrene før disse.`,
};

const en: Messages = {
  "paper-not-ready": ({ state }) =>
    state === "withdrawn" || state === "finished"
      ? `The case ${states.en[state]}. Take it off the agenda.`
      : `The case ${states.en[state]} and is not ready to be sent out.`,
  "paper-changed": () => "The case was changed after it came on the agenda. Read it again.",
  "no-recommendation": () => "The case recommends nothing to the committee.",
  "no-economy": () => "The case has no section on economy.",
  "not-on-path": () => "The committee is not on the case's path.",
  "path-skipped": ({ committee }) => `The case goes by way of ${committee}, which has it at no meeting before this.`,
  "path-later": ({ committee, date }) =>
    `${committee} is to treat the case first, but does so on ${longDate(date, "en")}.`,
  "section-empty": ({ heading }) => `The section ${heading} is empty.`,
  "attachment-missing": ({ words }) => `The text says “${words}”, but the attachment is missing.`,
  "open-findings": ({ count }) =>
    count === 1
      ? "One figure does not add up and is unanswered."
      : `${count} figures do not add up and are unanswered.`,
  "same-case": ({ reference }) => `Case ${reference} is on the agenda twice.`,
  "closed-without-ground": () => "The item is closed without a ground. Write the paragraph and the reason.",
  "late-without-reason": () => "The deadline has passed. Write why the item cannot wait; it is printed on the agenda.",
  "slot-outside": () => "The time is outside the meeting.",
  "slot-order": () => "The time is before that of an item that stands earlier.",
  "slot-overlap": ({ minutes }) => `The time begins ${minutes} minutes before the item before it ends.`,
  "time-runs-out": ({ minutes }) => `The items take ${minutes} minutes more than the meeting lasts.`,
  "nothing-to-treat": () => "There are only standing items on the agenda.",
  "nobody-to-send-to": () => "No member of the committee can get the agenda. Give them access as members.",
  "no-caller": () => "The meeting is extraordinary. Say whether the chair or a third of the members asked for it.",
  "few-recipients": ({ recipients, seats }) =>
    `Only ${recipients} of the committee's ${seats} members get the agenda, fewer than the half that must be present.`,
  "unsent-before": ({ date, items }) =>
    `The agenda for ${longDate(date, "en")} has not been sent. Its ${items} items hold the numbers before these.`,
};

const messages: Translated<Messages> = { da, en };

/** A warning as a sentence that says what to do about it. */
export function warningText(warning: AgendaWarning, language: Language): string {
  return (messages[language][warning.code] as (warning: AgendaWarning) => string)(warning);
}
