import { Fragment } from "react";
import type { ItemChange, TextChange, Words } from "#reading/changes.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { readingMessages } from "./messages.ts";

/** What is new at an item, in words; its texts are compared word by word where they stand. */
export function ChangeFacts({ change }: { change: ItemChange }) {
  const { t } = useLanguage(readingMessages);
  const { facts, attachments } = change;
  const lines = [
    ...facts.map(({ fact, before, after }) => `${t.facts[fact]}: ${t.fromTo(before || t.nothing, after || t.nothing)}`),
    ...attachments.added.map(t.attachmentAdded),
    ...attachments.removed.map(t.attachmentRemoved),
    ...attachments.replaced.map(t.attachmentReplaced),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="change-facts">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What is changed in a text, folded away: each changed place with what was taken out and put in. */
export function WordByWord({ change, number, heading }: { change: TextChange; number: number; heading: string }) {
  const { t, language } = useLanguage(readingMessages);
  return (
    <details className="details word-by-word">
      <summary className="details-summary">{t.wordByWord(heading, number)}</summary>
      <div className="details-text">
        {change.places.map((words, index) => (
          <p key={index} {...langOfMinutes(language)}>
            <Compared words={words} />
          </p>
        ))}
      </div>
    </details>
  );
}

function Compared({ words }: { words: Words[] }) {
  const { t } = useLanguage(readingMessages);
  return words.map(({ kind, text }, index) => {
    if (kind === "same") return <Fragment key={index}>{text}</Fragment>;
    const Tag = kind === "added" ? "ins" : "del";
    return (
      <Tag key={index}>
        <span className="sr-only">{kind === "added" ? t.addedWords : t.removedWords}</span>
        {text}
        <span className="sr-only">{t.wordsEnd}</span>
      </Tag>
    );
  });
}
