import { Fragment, type ReactNode } from "react";
import { readInline } from "#meetings/section-text.ts";
import { useLanguage } from "../../web/use-language.ts";
import { claimKey, noteKey, type NumberedFinding } from "../marked-item.ts";
import type { LineMark } from "../place-marks.ts";
import { findingMessages } from "./messages.ts";

type Props = {
  text: string;
  marks: LineMark[];
  findings: NumberedFinding[];
  /** True in a table's cell: figures stay in line when what is added stands before them. */
  badgeFirst: boolean;
};

/** A line of the text with its claims and what they were computed from set off, each claim with a link to its sum. */
export function MarkedLine({ text, marks, findings, badgeFirst }: Props) {
  if (marks.length === 0) return <Pieces text={text} cuts={[]} wrap={(words) => words} />;
  const claims = marks.flatMap((mark) => {
    const finding = findings.find((finding) => claimKey(finding) === mark.key);
    return finding ? [{ ...mark, finding }] : [];
  });
  const badgesAt = (at: number) =>
    claims
      .filter(({ start, end, finding }) => finding.number !== null && (badgeFirst ? start : end) === at)
      .map(({ finding }) => (
        <Fragment key={finding.position}>
          {" "}
          <Badge finding={finding} />{" "}
        </Fragment>
      ));
  const wrap = (words: ReactNode, from: number, to: number) => {
    const here = marks.filter(({ start, end }) => start <= from && to <= end);
    const [id, ...more] = here.filter(({ start }) => start === from).map(({ key }) => key);
    const tone = toneOf(claims.filter(({ start, end }) => start <= from && to <= end));
    return (
      <>
        {badgeFirst && badgesAt(from)}
        {more.map((id) => (
          <span key={id} id={id} className="sum-anchor" />
        ))}
        {here.length === 0 ? (
          words
        ) : (
          <mark id={id} className={`sum-mark sum-mark--${tone}`}>
            {words}
          </mark>
        )}
        {!badgeFirst && badgesAt(to)}
      </>
    );
  };
  return <Pieces text={text} cuts={marks.flatMap(({ start, end }) => [start, end])} wrap={wrap} />;
}

function toneOf(claims: { finding: NumberedFinding }[]): string {
  const verdicts = claims.map(({ finding }) => finding.verdict);
  return (["error", "warning", "ok"] as const).find((verdict) => verdicts.includes(verdict)) ?? "evidence";
}

function Badge({ finding }: { finding: NumberedFinding }) {
  const { t } = useLanguage(findingMessages);
  return (
    <a className={`sum-badge sum-badge--${finding.verdict}`} href={`#${noteKey(finding)}`}>
      <span aria-hidden="true">{finding.verdict === "error" ? "≠" : "?"}</span>
      <span className="sr-only">
        {t.verdict[finding.verdict]}, {t.note(finding.number ?? 0).toLowerCase()}
      </span>
      <span aria-hidden="true">{finding.number}</span>
    </a>
  );
}

/** The pieces between the cuts, bold and raised as in the text; `wrap` is told where in the line each stands. */
function Pieces({
  text,
  cuts,
  wrap,
}: {
  text: string;
  cuts: number[];
  wrap: (words: ReactNode, from: number, to: number) => ReactNode;
}) {
  let cursor = 0;
  return readInline(text).map((piece, index) => {
    if (piece.mark === "break") return <br key={index} />;
    const start = text.indexOf(piece.text, cursor);
    cursor = start + piece.text.length;
    const edges = [...new Set([start, ...cuts.filter((cut) => cut > start && cut < cursor), cursor])].sort(
      (a, b) => a - b,
    );
    const words = edges.slice(0, -1).map((from, part) => {
      const to = edges[part + 1] as number;
      return <Fragment key={from}>{wrap(text.slice(from, to), from, to)}</Fragment>;
    });
    if (piece.mark === "bold") return <strong key={index}>{words}</strong>;
    if (piece.mark === "italic") return <em key={index}>{words}</em>;
    if (piece.mark === "raised") return <sup key={index}>{words}</sup>;
    if (piece.mark === "lowered") return <sub key={index}>{words}</sub>;
    return <Fragment key={index}>{words}</Fragment>;
  });
}
