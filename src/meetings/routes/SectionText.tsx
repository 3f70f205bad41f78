import type { ReactNode } from "react";
import { type Block, type ListItem, readBlocks, type TextTable } from "../section-text.ts";
import { InlineText, type TextLink } from "./InlineText.tsx";
import { TextTableView } from "./TextTableView.tsx";

type Props = {
  text: string;
  tables?: TextTable[];
  links?: TextLink[];
  /** Rank of headings that stand in the text itself. */
  headingLevel?: 3 | 4;
  /** What tables are called for those who listen: "Tabel 1 i Økonomi". */
  tableName?: (n: number) => string;
};

/** A section's own text: paragraphs, lists, headings, and its tables in their place. */
export function SectionText({ text, tables = [], links = [], headingLevel = 3, tableName = String }: Props) {
  let tableNumber = 0;
  return readBlocks(text, tables).map((block, index) => (
    <BlockView
      key={index}
      block={block}
      headingLevel={headingLevel}
      tableCaption={block.kind === "table" ? tableName(++tableNumber) : ""}
      words={(text) => <InlineText text={text} links={block.kind === "table" ? [] : links} />}
    />
  ));
}

/** How a line of text is shown. `line` is its number in the block; in a table its row (heads counted) and column. */
export type Words = (text: string, line: number | "note", column?: number) => ReactNode;

type BlockProps = { block: Block; headingLevel?: 3 | 4; tableCaption: string; words: Words };

/** One heading, paragraph, list or table. */
export function BlockView({ block, headingLevel = 3, tableCaption, words }: BlockProps) {
  const Heading = `h${headingLevel}` as const;
  if (block.kind === "heading") return <Heading>{words(block.text, 0)}</Heading>;
  if (block.kind === "table") return <TextTableView table={block.table} caption={tableCaption} words={words} />;
  if (block.kind === "list") return <TextList list={block} words={words} />;
  return (
    <p>
      {block.lines.map((line, number) => (
        <span key={line}>
          {number > 0 && <br />}
          {words(line, number)}
        </span>
      ))}
    </p>
  );
}

function TextList({ list, words }: { list: Extract<Block, { kind: "list" }>; words: Words }) {
  const items = list.items.map((item, index) => (
    <li key={index} className={classOf(item, list.ordered)}>
      {!list.ordered && item.label !== "" && <span className="label">{item.label} </span>}
      {words(item.text, index)}
    </li>
  ));
  return list.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function classOf({ label, depth }: ListItem, ordered: boolean): string | undefined {
  const classes = [depth > 0 && `depth-${depth}`, !ordered && label !== "" && "labelled"].filter(Boolean);
  return classes.length > 0 ? classes.join(" ") : undefined;
}
