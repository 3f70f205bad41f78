import { createContext, Fragment, type ReactNode, useContext, useId } from "react";
import type { RichNode, RichText as Text } from "#rich-text/model.ts";
import { langOfMinutes, type Translated } from "../language.ts";
import { useLanguage } from "../use-language.ts";
import { RichTable } from "./RichTable.tsx";

const messages: Translated<{ note: (n: number) => string; back: (n: number) => string; notes: string }> = {
  da: { note: (n) => `Note ${n}`, back: (n) => `Tilbage til teksten ved note ${n}`, notes: "Noter" },
  en: { note: (n) => `Note ${n}`, back: (n) => `Back to the text at note ${n}`, notes: "Notes" },
};

type Props = {
  text: Text;
  /** The level of the text's own highest headings (its level 2); the others follow. */
  headingLevel?: 2 | 3 | 4;
  /** Suggested changes as if they were made, or shown as suggestions. */
  suggestions?: "made" | "shown";
};

type Shown = {
  headingLevel: number;
  shown: boolean;
  noteNumber: (note: RichNode) => number;
  noteId: (number: number) => string;
};
const ShownContext = createContext<Shown | null>(null);

/** A section's text: headings, lists, tables and footnotes, with links from the notes and back. */
export function RichText({ text, headingLevel = 3, suggestions = "made" }: Props) {
  const { t, language } = useLanguage(messages);
  const id = useId();
  const shown = suggestions === "shown";
  const notes = notesIn(text, shown);
  const value: Shown = {
    headingLevel,
    shown,
    noteNumber: (note) => notes.indexOf(note) + 1,
    noteId: (number) => `note-${id}-${number}`,
  };
  return (
    <ShownContext value={value}>
      <div className="rich-text" {...langOfMinutes(language)}>
        <Nodes nodes={text.content} />
        {notes.length > 0 && (
          <ol className="rich-text__notes" aria-label={t.notes}>
            {notes.map((note, index) => {
              const number = index + 1;
              return (
                <li key={number} id={value.noteId(number)}>
                  {String(note.attrs?.["text"] ?? "")}{" "}
                  <a href={`#${value.noteId(number)}-tekst`} aria-label={t.back(number)}>
                    ↩
                  </a>
                </li>
              );
            })}
          </ol>
        )}
      </div>
    </ShownContext>
  );
}

function notesIn(node: RichNode, shown: boolean): RichNode[] {
  if (!shown && isMarked(node, "deletion")) return [];
  return node.type === "footnote" ? [node] : (node.content ?? []).flatMap((part) => notesIn(part, shown));
}

function Nodes({ nodes = [] }: { nodes: RichNode[] | undefined }) {
  return nodes.map((node, index) => <Node key={index} node={node} />);
}

function Node({ node }: { node: RichNode }): ReactNode {
  const context = useShown();
  if (isMarked(node, "deletion") && !context.shown) return null;
  if (node.type === "text") return marked(node, node.text?.replaceAll("\u200b", ""), context.shown);
  const isInline = node.type === "footnote" || node.type === "hardBreak";
  if (node.type === "listItem") return <li>{suggested(node, itemContent(node), context.shown)}</li>;
  return isInline
    ? marked(node, inlineNode(node, context), context.shown)
    : suggested(node, block(node, context), context.shown);
}

function inlineNode(node: RichNode, { noteNumber, noteId }: Shown): ReactNode {
  return node.type === "hardBreak" ? <br /> : <NoteMark number={noteNumber(node)} id={noteId(noteNumber(node))} />;
}

function NoteMark({ number, id }: { number: number; id: string }) {
  const { t } = useLanguage(messages);
  return (
    <sup>
      <a className="rich-text__note" href={`#${id}`} id={`${id}-tekst`} aria-label={t.note(number)}>
        {number}
      </a>
    </sup>
  );
}

function block(node: RichNode, { headingLevel, shown }: Shown): ReactNode {
  const content = <Nodes nodes={node.content} />;
  if (node.type === "heading") {
    const level = Math.min(Number(node.attrs?.["level"] ?? 2) - 2 + headingLevel, 6);
    const Heading = `h${level}` as "h2" | "h3" | "h4" | "h5" | "h6";
    return <Heading>{content}</Heading>;
  }
  if (node.type === "bulletList") return <ul>{content}</ul>;
  if (node.type === "orderedList") return <ol start={Number(node.attrs?.["start"] ?? 1)}>{content}</ol>;
  if (node.type === "table") return <RichTable table={node} cell={cellContent} shown={shown} />;
  return <p>{content}</p>;
}

/** The first paragraph of an item and the only one of a cell stand without a paragraph's space. */
function itemContent({ content: [first, ...rest] = [] }: RichNode): ReactNode {
  return (
    <>
      {first && <Inner node={first} />}
      <Nodes nodes={rest} />
    </>
  );
}

const cellContent = ({ content = [] }: RichNode): ReactNode =>
  content.length === 1 && content[0] ? <Inner node={content[0]} /> : <Nodes nodes={content} />;

function Inner({ node }: { node: RichNode }) {
  const { shown } = useShown();
  if (isMarked(node, "deletion") && !shown) return null;
  return suggested(node, <Nodes nodes={node.content} />, shown);
}

/** A text node in the elements of its marks; `highlight` and `added` are a reader's, laid over the text by the page. */
function marked(node: RichNode, content: ReactNode, shown: boolean): ReactNode {
  const inner = (node.marks ?? []).toReversed().reduce((content, { type, attrs }) => {
    if (type === "bold") return <strong>{content}</strong>;
    if (type === "italic") return <em>{content}</em>;
    if (type === "superscript") return <sup>{content}</sup>;
    if (type === "subscript") return <sub>{content}</sub>;
    if (type === "highlight") return <mark className={`highlight highlight--${attrs?.["colour"]}`}>{content}</mark>;
    if (type === "added") return <ins>{content}</ins>;
    if (type === "link") return <a href={String(attrs?.["href"])}>{content}</a>;
    return content;
  }, content);
  return suggested(node, <Fragment>{inner}</Fragment>, shown);
}

function suggested(node: RichNode, content: ReactNode, shown: boolean): ReactNode {
  if (shown && isMarked(node, "insertion")) return <ins>{content}</ins>;
  if (shown && isMarked(node, "deletion")) return <del>{content}</del>;
  return content;
}

const isMarked = ({ marks }: RichNode, type: string): boolean => marks?.some((mark) => mark.type === type) ?? false;

function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (!shown) throw new Error("a node is shown outside its text");
  return shown;
}
