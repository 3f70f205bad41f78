import type { Finding } from "../model.ts";
import { evidenceAt, isOwn, lineStart, linesIn, type Page, tell } from "./page.ts";
import { distance } from "./spelling.ts";

const FEWEST = 4;
const SLOT = /(?:fraværende|fravær|afbud|ikke til ?stede|ej til ?stede)[^.]*$/i;

/**
 * Absentees who are no members: only where the header lists all members, that is under "Medlemmer" or with others
 * who are absent among them. A name one or two letters from a member's is a slip of the name, told elsewhere.
 */
export function checkStrangers(page: Page): Finding[] {
  const { minutes, text } = page;
  const first = minutes?.items[0]?.span.start;
  if (!minutes || first === undefined) return [];
  const head = text.slice(0, first).replace(/\s+/g, " ");
  const members = minutes.participants.filter(({ name }) => head.includes(name));
  const absentees = minutes.items.flatMap(({ decisions }) => decisions.flatMap(({ absent }) => absent));
  const isWhole =
    /medlemmer/i.test(head) ||
    members.some(({ attendance }) => attendance === "absent" || attendance === "excused") ||
    absentees.some(({ name }) => members.some((member) => member.name === name));
  if (!isWhole || members.length < FEWEST) return [];
  const list = linesIn(page, { start: 0, end: first }).find(({ label }) =>
    members.some(({ name }) => label.includes(name)),
  );
  const told = new Set<string>();
  return minutes.items.flatMap((item) =>
    item.decisions.flatMap(({ committee, absent }) =>
      absent.flatMap(({ name }) => {
        if (
          (committee !== null && !isOwn(page, committee)) ||
          told.has(name) ||
          !/^\p{Lu}\S+(?: \S+)* \p{Lu}\p{Ll}{2,}\S*$/u.test(name)
        )
          return [];
        const at = text.indexOf(name, item.span.start);
        if (at < 0 || at >= item.span.end || !SLOT.test(text.slice(lineStart(text, at), at))) return [];
        if (members.some((member) => isAlike(member.name, name)) || head.includes(name.split(" ").at(-1) as string))
          return [];
        told.add(name);
        return tell(page, {
          check: "attendance",
          verdict: "error",
          span: { start: at, end: at + name.length },
          computed: null,
          explanation: `${name} står som fraværende, men er hverken medlem eller stedfortræder efter dokumentets hoved.`,
          evidence: list ? [evidenceAt(page, list.span)] : [],
        });
      }),
    ),
  );
}

function isAlike(member: string, name: string): boolean {
  const [ours, theirs] = [member.split(" "), name.split(" ")];
  return (
    distance(member, name, 3) <= 3 ||
    ours.at(-1) === theirs.at(-1) ||
    (ours[0] === theirs[0] && distance(ours.at(-1) as string, theirs.at(-1) as string, 2) <= 2)
  );
}
