import { type Actor, hasRole, type Place, type Role } from "#identity/actor.ts";
import { maySeeClosed, maySeeClosedPart } from "#identity/policy.ts";
import type { PaperFacts } from "./paper.ts";

/** Those who prepare a committee's papers. The mayor approves; administrators see to access and read none. */
export const staffRoles = ["secretary", "writer", "head", "director"] as const satisfies Role[];
const approvers = ["secretary", "head", "director", "mayor"] as const satisfies Role[];

/** May begin a paper for a committee. */
export const mayCreate = (actor: Actor | null, place: Place): boolean => hasRole(actor, place, staffRoles);

/**
 * Reads the paper as it is being written. Colleagues of the committee read each other's open papers; a closed one is read
 * by who is responsible for it and by those who approve. The mayor and those who stand in for an approver read what has
 * been sent to them; secretaries and directors of the other bodies on its path what is ready for them.
 */
export function mayRead(actor: Actor | null, paper: PaperFacts): boolean {
  const place = placeOf(paper);
  if (hasRole(actor, place, ["secretary", "head", "director"])) return true;
  if (hasRole(actor, place, ["writer"]) && (!paper.closed || isResponsible(actor, paper))) return true;
  if (paper.state === "draft") return false;
  if (paper.standsIn || hasRole(actor, place, ["mayor"])) return true;
  return (
    ["ready", "dispatched", "finished"].includes(paper.state) &&
    paper.pathCommittees.some((committeeId) =>
      hasRole(actor, { ...place, committeeId }, ["secretary", "director", "mayor"]),
    )
  );
}

/**
 * Reads the paper as it was sent out with an agenda: everybody who works in a committee that got it, members and guests
 * of the item too. Closed, only those who see closed items there (kommunestyrelsesloven § 10). `attachment`: asked of one.
 */
export function mayReadDispatched(
  actor: Actor | null,
  paper: PaperFacts,
  attachment: { closed: boolean } = { closed: false },
): boolean {
  return paper.dispatchedTo.some(({ committeeId, itemId, closed }) => {
    const place = { municipalityId: paper.municipalityId, committeeId, itemId };
    const isClosed = paper.closed || closed;
    const isPart = attachment.closed && !isClosed;
    if (isPart ? maySeeClosedPart(actor, place) : maySeeClosed(actor, place)) return true;
    return (
      !isClosed && !isPart && hasRole(actor, place, [...staffRoles, "mayor", "administrator", "officer", "reader"])
    );
  });
}

/**
 * Changes text, head, path, points and attachments: while it is a draft everybody who prepares it; on its way through
 * approval those who approve; later the secretary, whose change after dispatch becomes an addendum.
 */
export function mayEdit(actor: Actor | null, paper: PaperFacts): boolean {
  if (!mayRead(actor, paper)) return false;
  const place = placeOf(paper);
  if (paper.state === "draft") return hasRole(actor, place, staffRoles);
  if (paper.state === "in-approval") return paper.standsIn || hasRole(actor, place, approvers);
  return (paper.state === "ready" || paper.state === "dispatched") && hasRole(actor, place, ["secretary"]);
}

/** Sends a draft to approval. */
export const maySubmit = (actor: Actor | null, paper: PaperFacts): boolean =>
  paper.state === "draft" && mayEdit(actor, paper);

/** Takes a paper back before it is sent out; after that an addendum withdraws its item. */
export const mayWithdraw = (actor: Actor | null, paper: PaperFacts): boolean =>
  ["draft", "in-approval", "ready"].includes(paper.state) && sees(actor, paper, ["secretary", "head", "director"]);

/** Takes up again what was withdrawn. */
export const mayResume = (actor: Actor | null, paper: PaperFacts): boolean =>
  paper.state === "withdrawn" && sees(actor, paper, ["secretary", "head", "director"]);

/** Removes a draft that nobody has written in. */
export const mayDelete = (actor: Actor | null, paper: PaperFacts): boolean =>
  paper.state === "draft" && sees(actor, paper, ["secretary"]);

/** Keeps the templates of a committee, or of the whole municipality when the place has none. */
export const mayKeepTemplates = (actor: Actor | null, place: Place): boolean =>
  hasRole(actor, place, ["administrator", "secretary"]);

/** The paper as the rules see one of its attachments: a closed attachment is read as a closed paper. */
export const asAttachment = (paper: PaperFacts, closed: boolean): PaperFacts => ({
  ...paper,
  closed: paper.closed || closed,
});

const sees = (actor: Actor | null, paper: PaperFacts, wanted: readonly Role[]): boolean =>
  mayRead(actor, paper) && (isResponsible(actor, paper) || hasRole(actor, placeOf(paper), wanted));

const placeOf = ({ municipalityId, committeeId }: PaperFacts) => ({ municipalityId, committeeId });

const isResponsible = (actor: Actor | null, paper: PaperFacts): boolean => actor?.userId === paper.responsibleId;
