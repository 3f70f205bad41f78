import { BlockView, type Words } from "../../meetings/routes/SectionText.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { NumberedFinding, SumBlock, SumSection } from "../marked-item.ts";
import { lineKey } from "../place-marks.ts";
import { Holding } from "./Holding.tsx";
import { MarkedLine } from "./MarkedLine.tsx";
import { findingMessages } from "./messages.ts";
import { SumNote } from "./SumNote.tsx";

type Props = { sections: SumSection[]; findings: NumberedFinding[]; municipality: string };

/** The item's whole text with marks; the sums stand beside each paragraph or table, on narrow screens below it. */
export function MarkedText({ sections, findings, municipality }: Props) {
  const { t, language } = useLanguage(findingMessages);
  return sections.map((section) => {
    const Heading = section.parent === null ? "h2" : "h3";
    let tables = 0;
    return (
      <section key={section.position} className="text sums-section">
        {section.heading ? (
          <Heading {...langOfMinutes(language)}>{section.heading}</Heading>
        ) : (
          <h2 className="sr-only">{t.untitledSection}</h2>
        )}
        {section.blocks.map((block, index) => (
          <MarkedBlock
            key={index}
            block={block}
            level={section.parent === null ? 3 : 4}
            caption={
              block.block.kind === "table"
                ? t.tableIn(++tables, section.heading || t.untitledSection, section.position)
                : ""
            }
            findings={findings}
            municipality={municipality}
          />
        ))}
      </section>
    );
  });
}

type BlockProps = {
  block: SumBlock;
  level: 3 | 4;
  caption: string;
  findings: NumberedFinding[];
  municipality: string;
};

function MarkedBlock({ block, level, caption, findings, municipality }: BlockProps) {
  const { language } = useLanguage();
  const noted = block.findings.filter(({ verdict }) => verdict !== "ok");
  const words: Words = (text, line, column) => (
    <MarkedLine
      text={text}
      marks={block.lines.get(keyOf(line, column)) ?? []}
      findings={findings}
      badgeFirst={column !== undefined && line !== "note"}
    />
  );
  const holding = block.findings.filter(({ verdict }) => verdict === "ok");
  return (
    <div className={isWide(block) ? "sums-row sums-row--wide" : "sums-row"}>
      <div {...langOfMinutes(language)}>
        <BlockView block={block.block} headingLevel={level} tableCaption={caption} words={words} />
      </div>
      {block.findings.length > 0 && (
        <div className="sums-notes">
          {noted.map((finding) => (
            <SumNote key={finding.position} finding={finding} municipality={municipality} isPlaced />
          ))}
          <Holding findings={holding} isPlaced />
        </div>
      )}
    </div>
  );
}

/** A table of many columns needs the width of the page; its sums then stand below it. */
function isWide({ block }: SumBlock): boolean {
  return block.kind === "table" && Math.max(...block.table.rows.map((row) => row.length)) > 5;
}

function keyOf(line: number | "note", column: number | undefined): string {
  if (line === "note") return lineKey.note(column ?? 0);
  return column === undefined ? lineKey.line(line) : lineKey.cell(line, column);
}
