import type { ReactNode } from "react";
import { readInline } from "../section-text.ts";

/** Words in a text that lead somewhere: "(sag 76)" to that item. */
export type TextLink = { text: string; href: string; title: string };

/** A line of text with its bold, raised and linked pieces. Anything else stands as it was read. */
export function InlineText({ text, links = [] }: { text: string; links?: TextLink[] }) {
  const pieces = readInline(text);
  if (pieces.length === 1 && pieces[0]?.mark === null) return linked(text, links);
  return pieces.map(({ text, mark }, index) => {
    const key = index;
    if (mark === "bold") return <strong key={key}>{text}</strong>;
    if (mark === "italic") return <em key={key}>{text}</em>;
    if (mark === "raised") return <sup key={key}>{text}</sup>;
    if (mark === "lowered") return <sub key={key}>{text}</sub>;
    if (mark === "break") return <br key={key} />;
    if (mark === "link") {
      return (
        <a key={key} href={text}>
          {text}
        </a>
      );
    }
    return <span key={key}>{linked(text, links)}</span>;
  });
}

function linked(text: string, links: TextLink[]): ReactNode {
  const link = links.find((link) => text.includes(link.text));
  if (!link) return text;
  const at = text.indexOf(link.text);
  return (
    <>
      {linked(text.slice(0, at), links)}
      <a href={link.href} title={link.title}>
        {link.text}
      </a>
      {linked(text.slice(at + link.text.length), links)}
    </>
  );
}
