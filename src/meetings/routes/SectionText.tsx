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
  const Heading = `h${headingLevel}` as const;
  let tableNumber = 0;
  return readBlocks(text, tables).map((block, index) => {
    const key = index;
    if (block.kind === "heading") {
      return (
        <Heading key={key}>
          <InlineText text={block.text} links={links} />
        </Heading>
      );
    }
    if (block.kind === "table")
      return <TextTableView key={key} table={block.table} caption={tableName(++tableNumber)} />;
    if (block.kind === "list") return <TextList key={key} list={block} links={links} />;
    return (
      <p key={key}>
        {block.lines.map((line, number) => (
          <span key={line}>
            {number > 0 && <br />}
            <InlineText text={line} links={links} />
          </span>
        ))}
      </p>
    );
  });
}

function TextList({ list, links }: { list: Extract<Block, { kind: "list" }>; links: TextLink[] }) {
  const items = list.items.map((item, index) => (
    <li key={index} className={classOf(item, list.ordered)}>
      {!list.ordered && item.label !== "" && <span className="label">{item.label} </span>}
      <InlineText text={item.text} links={links} />
    </li>
  ));
  return list.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function classOf({ label, depth }: ListItem, ordered: boolean): string | undefined {
  const classes = [depth > 0 && `depth-${depth}`, !ordered && label !== "" && "labelled"].filter(Boolean);
  return classes.length > 0 ? classes.join(" ") : undefined;
}
