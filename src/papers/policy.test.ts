import { describe, expect, test } from "vitest";
import { type Actor, type Grant, type Role, roles } from "#identity/actor.ts";
import type { PaperFacts } from "./paper.ts";
import {
  asAttachment,
  mayCreate,
  mayDelete,
  mayEdit,
  mayKeepTemplates,
  mayRead,
  mayReadDispatched,
  mayResume,
  maySubmit,
  mayWithdraw,
} from "./policy.ts";
import { someFacts } from "./testing.ts";

function actor(role: Role, grant: Partial<Grant> = {}, userId = "otto"): Actor {
  const grants = [{ municipalityId: 1, committeeId: 10, itemId: null, role, ...grant }];
  return { userId, name: "Otto Holm", email: "otto@example.dk", isOperator: false, isExample: false, grants };
}

/** What may be done with a colleague's paper, one letter an operation; see `letters`. */
function letters(who: Actor, paper: PaperFacts): string {
  const may: [string, boolean][] = [
    ["r", mayRead(who, paper)],
    ["e", mayEdit(who, paper)],
    ["s", maySubmit(who, paper)],
    ["w", mayWithdraw(who, paper)],
    ["u", mayResume(who, paper)],
    ["d", mayDelete(who, paper)],
    ["m", mayReadDispatched(who, paper)],
  ];
  return may.map(([letter, yes]) => (yes ? letter : "-")).join("");
}

const sentOut = { state: "dispatched", dispatchedTo: [{ committeeId: 10, itemId: 100, closed: false }] } as const;
const papers = {
  draft: someFacts(),
  closedDraft: someFacts({ closed: true }),
  inApproval: someFacts({ state: "in-approval" }),
  closedInApproval: someFacts({ state: "in-approval", closed: true }),
  ready: someFacts({ state: "ready" }),
  dispatched: someFacts({ ...sentOut, dispatchedTo: [...sentOut.dispatchedTo] }),
  closedDispatched: someFacts({ ...sentOut, dispatchedTo: [...sentOut.dispatchedTo], closed: true }),
  withdrawn: someFacts({ state: "withdrawn" }),
};

/** r(ead) e(dit) s(ubmit) w(ithdraw) u (resume) d(elete) m(ay read as sent to members). */
const table: Record<Role, Record<keyof typeof papers, string>> = {
  administrator: row("-------", "-------", "-------", "-------", "-------", "------m", "-------", "-------"),
  secretary: row("resw-d-", "resw-d-", "re-w---", "re-w---", "re-w---", "re----m", "re----m", "r---u--"),
  writer: row("res----", "-------", "r------", "-------", "r------", "r-----m", "-------", "r------"),
  head: row("resw---", "resw---", "re-w---", "re-w---", "r--w---", "r-----m", "r------", "r---u--"),
  director: row("resw---", "resw---", "re-w---", "re-w---", "r--w---", "r-----m", "r-----m", "r---u--"),
  mayor: row("-------", "-------", "re-----", "re-----", "r------", "r-----m", "r-----m", "r------"),
  member: row("-------", "-------", "-------", "-------", "-------", "------m", "------m", "-------"),
  substitute: row("-------", "-------", "-------", "-------", "-------", "------m", "------m", "-------"),
  // Let in to the item they are named for, and here none is named.
  guest: row("-------", "-------", "-------", "-------", "-------", "-------", "-------", "-------"),
  officer: row("-------", "-------", "-------", "-------", "-------", "------m", "-------", "-------"),
  reader: row("-------", "-------", "-------", "-------", "-------", "------m", "-------", "-------"),
};

function row(...cells: string[]): Record<keyof typeof papers, string> {
  return Object.fromEntries(Object.keys(papers).map((name, index) => [name, cells[index]])) as never;
}

describe.each(roles)("with the role %s", (role) => {
  test.each(Object.keys(papers) as (keyof typeof papers)[])("a colleague's %s paper", (name) => {
    expect(letters(actor(role), papers[name])).toBe(table[role][name]);
  });
  test("nothing of another municipality's or another committee's papers, unless it is on their way", () => {
    for (const paper of Object.values(papers)) {
      expect(letters(actor(role, { municipalityId: 2 }), paper)).toBe("-------");
      expect(letters(actor(role, { committeeId: 11 }), paper)).toBe("-------");
    }
  });
});

test("the responsible writer reads, writes, withdraws and removes their own, closed or not, while they are a writer", () => {
  expect(letters(actor("writer", {}, "ida"), papers.closedDraft)).toBe("resw-d-");
  expect(letters(actor("writer", {}, "ida"), papers.closedInApproval)).toBe("r--w---");
  expect(letters(actor("writer", { committeeId: 11 }, "ida"), papers.closedDraft)).toBe("-------");
  expect(letters({ ...actor("writer", {}, "ida"), grants: [] }, papers.draft)).toBe("-------");
});

test("a deputy of somebody who approves reads and edits what is in approval, and no draft", () => {
  const deputy = actor("reader");
  expect(letters(deputy, { ...papers.closedInApproval, standsIn: true })).toBe("re-----");
  expect(letters(deputy, { ...papers.closedDraft, standsIn: true })).toBe("-------");
});

test("another body's secretary and director read what is ready for it, its members when it has been sent to them", () => {
  const onPath = { ...papers.ready, closed: true, pathCommittees: [10, 11] };
  expect(letters(actor("secretary", { committeeId: 11 }), onPath)).toBe("r------");
  expect(letters(actor("writer", { committeeId: 11 }), onPath)).toBe("-------");
  expect(letters(actor("member", { committeeId: 11 }), { ...onPath, state: "dispatched" })).toBe("-------");
  const sent = {
    ...onPath,
    state: "dispatched" as const,
    dispatchedTo: [{ committeeId: 11, itemId: 5, closed: true }],
  };
  expect(letters(actor("member", { committeeId: 11 }), sent)).toBe("------m");
  expect(letters(actor("member"), sent)).toBe("-------");
});

test("a guest of one item reads the paper of that item only", () => {
  expect(letters(actor("guest", { itemId: 100 }), papers.closedDispatched)).toBe("------m");
  expect(letters(actor("guest", { itemId: 101 }), papers.closedDispatched)).toBe("-------");
});

test("an item that was closed on the agenda is closed though the paper is open", () => {
  const closedItem = { ...papers.dispatched, dispatchedTo: [{ committeeId: 10, itemId: 100, closed: true }] };
  expect(mayReadDispatched(actor("reader"), closedItem)).toBe(false);
  expect(mayReadDispatched(actor("member"), closedItem)).toBe(true);
});

test("a closed attachment of an open paper is read as a closed paper", () => {
  expect(mayRead(actor("writer"), asAttachment(papers.draft, true))).toBe(false);
  expect(mayRead(actor("head"), asAttachment(papers.draft, true))).toBe(true);
  expect(mayRead(actor("writer"), asAttachment(papers.draft, false))).toBe(true);
  const sent = { ...papers.dispatched, dispatchedTo: [{ committeeId: 10, itemId: 100, closed: false }] };
  expect(mayReadDispatched(actor("member"), sent, { closed: true })).toBe(true);
  expect(mayReadDispatched(actor("reader"), sent, { closed: true })).toBe(false);
  expect(mayReadDispatched(actor("guest", { itemId: 100 }), sent, { closed: true })).toBe(false);
  expect(mayReadDispatched(actor("guest", { itemId: 100 }), sent, { closed: false })).toBe(true);
});

test("staff begin papers; administrators and secretaries keep templates, for their own committee or for all", () => {
  const here = { municipalityId: 1, committeeId: 10 };
  expect(roles.filter((role) => mayCreate(actor(role), here))).toEqual(["secretary", "writer", "head", "director"]);
  expect(roles.filter((role) => mayKeepTemplates(actor(role), here))).toEqual(["administrator", "secretary"]);
  expect(mayKeepTemplates(actor("secretary"), { municipalityId: 1 })).toBe(false);
  expect(mayKeepTemplates(actor("secretary", { committeeId: null }), { municipalityId: 1 })).toBe(true);
  expect(mayCreate(null, here)).toBe(false);
});
