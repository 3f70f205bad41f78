import type { Line } from "./lines.ts";
import type { Draft, Source, State } from "./section-drafts.ts";

/** What a decision without a heading begins with: "Godkendt.", "Indstillingen blev forkastet med 14 stemmer imod 13." */
const DECIDED =
  /^(?:enstemmigt |herefter )?(?:(?:godkendt|tiltrådt|vedtaget|bevilget|bifaldt|anbefales|anbefalet|indstilles godkendt|taget til (?:efterretning|orientering)|til (?:efterretning|orientering)|drøftet|udsat|udsættes|udgår|udgik|afslået|forkastet|oversendt|henvist|imødekommet)(?:[.,:]|$| (?:enstemmigt|med|mod|som|til|uden|dog|idet|af|for|over)(?!\p{L}))|(?:indstillingen|orienteringen|forslaget|sagen|punktet|dagsordenen|redegørelsen|regnskabet|budgettet|planen)(?: (?:blev|er))? (?:(?:hermed|herefter|enstemmigt) )?(?:godkendt|tiltrådt|vedtaget|forkastet|taget til|udsat|anbefal|oversendt|henvist|udgik|udgår|følges|fulgt|imødekommet))/iu;

/** More lines than this below such words and they are no decision at the item's end. */
const LONGEST = 12;

/**
 * Makes a section of the decision at an item's end when no heading stands above it, as councils' minutes have it: the
 * last piece of text, from the paragraph that begins with the words of a decision.
 */
export function cutBareDecision(state: State, { lines }: Source): void {
  if (state.drafts.some(({ role }) => role === "decision")) return;
  const at = state.drafts.findLastIndex(({ role }) => role !== "attachments");
  const last = state.drafts[at];
  if (!last || last.children.length > 0 || last.role === "treatment") return;
  const range = last.ranges.at(-1);
  if (!range) return;
  const from = decisionFrom(lines, range[0], range[1]);
  if (from === null) return;
  const decision: Draft = {
    heading: "",
    role: "decision",
    headingLine: null,
    ranges: [[from, range[1]]],
    rest: null,
    children: [],
  };
  range[1] = from;
  while (range[1] > range[0] && (lines[range[1] - 1] as Line).label === "") range[1]--;
  state.drafts.splice(at + 1, 0, decision);
}

function decisionFrom(lines: Line[], from: number, to: number): number | null {
  let below = 0;
  for (let index = to - 1; index > from && below < LONGEST; index--) {
    const { label, bullet, cells } = lines[index] as Line;
    if (label === "") continue;
    below++;
    if (!bullet && !cells && (lines[index - 1] as Line).label === "" && DECIDED.test(label)) return index;
  }
  return null;
}
