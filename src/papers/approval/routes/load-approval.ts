import type { Database } from "#database/connect.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { type Actor, hasRole } from "#identity/actor.ts";
import { findApproval, listApprovers } from "#papers/approval/approval-queries.ts";
import { type Difference, listDifferences } from "#papers/approval/change-marks.ts";
import { listComments } from "#papers/approval/comment-queries.ts";
import { listPersonsActedFor } from "#papers/approval/deputy-queries.ts";
import { dispatchDay, dueDay, type DueState, dueState, type NextMeeting } from "#papers/approval/due.ts";
import { listTurns } from "#papers/approval/turn-queries.ts";
import { findFlow } from "#papers/approval/flow-queries.ts";
import { decidesAs, mayMoveOn, mayTakeBack } from "#papers/approval/policy.ts";
import { type ApprovalStep, currentStep } from "#papers/approval/steps.ts";
import { mayEdit, maySubmit } from "#papers/policy.ts";
import { type Paper, listSections } from "#papers/queries.ts";
import { moment } from "../../../web/formats.ts";
import type { Language } from "../../../web/language.ts";

export type Due = { day: string; state: DueState };

/** A step as the page shows it. `changed`: what was written between the step before and this one. */
export type StepView = Pick<ApprovalStep, "position" | "role" | "state" | "comment"> & {
  isTurn: boolean;
  by: { name: string; deputyFor: string | null; when: string } | null;
  due: Due | null;
  waitsFor: { name: string; deputyFor: string | null }[];
  changed: Difference | null;
};

/** All that a paper's approval page shows, and what the person may do there. */
export async function loadApproval(db: Database, actor: Actor, paper: Paper, language: Language) {
  const { municipalityId, committeeId } = paper.facts;
  const place = { municipalityId, committeeId };
  const [approval, flow, approvers, persons, turns, comments, sections, differences] = await Promise.all([
    findApproval(db, municipalityId, paper.id),
    findFlow(db, municipalityId, committeeId),
    listApprovers(db, municipalityId, committeeId),
    listPersonsActedFor(db, actor, municipalityId),
    listTurns(db, { municipalityId, paperId: paper.id }),
    listComments(db, municipalityId, paper.id),
    listSections(db, municipalityId, paper.id),
    listDifferences(db, municipalityId, paper.id),
  ]);
  const { mark, meeting, rounds } = approval;
  const waiting = turns
    .map(({ name, deputyFor }) => ({ name, deputyFor }))
    .sort((a, b) => Number(a.deputyFor !== null) - Number(b.deputyFor !== null));
  const today = dayInDenmark(new Date());
  const when = (at: Date) => moment(at, language);
  const turn = paper.facts.state === "in-approval" ? currentStep(rounds) : undefined;
  const person = turn && decidesAs(persons, paper.facts, turn);
  const last = rounds[0]?.steps.findLast(({ state, decided }) => decided && ["returned", "dropped"].includes(state));
  return {
    mark,
    meeting: meeting && { date: meeting.date, deadline: dispatchDay(meeting) },
    rounds: rounds.map(({ number, steps }) => ({
      number,
      steps: steps.map((step): StepView => {
        const { decided, snapshot } = step;
        return {
          position: step.position,
          role: step.role,
          state: step.state,
          comment: step.comment,
          isTurn: step === turn,
          by: decided && { name: decided.byName, deputyFor: decided.deputyFor, when: when(decided.at) },
          due: step.state === "waiting" ? dueOf(meeting, step.days, today) : null,
          waitsFor: step === turn ? waiting : [],
          changed: snapshot === null ? null : (differences.find(({ to }) => to === snapshot) ?? null),
        };
      }),
    })),
    /** What was written since the last step. */
    changedNow: turn ? (differences.find(({ to }) => to === null) ?? null) : null,
    broughtBack: paper.facts.state === "draft" && last?.decided ? { ...last, when: when(last.decided.at) } : null,
    flow: flow.steps.map(({ role, days }) => ({
      role,
      due: dueOf(meeting, days, today),
      choices: approvers.filter((one) => one.role === role).map(({ userId, name }) => ({ value: userId, text: name })),
    })),
    turn: turn && { round: turn.round, position: turn.position, role: turn.role },
    may: {
      edit: mayEdit(actor, paper.facts),
      submit: maySubmit(actor, paper.facts),
      decide: person ? { deputyFor: person.userId === actor.userId ? null : person.name } : null,
      moveOn: turn !== undefined && !person && mayMoveOn(actor, place),
      takeBack:
        (paper.facts.state === "in-approval" || paper.facts.state === "ready") && mayTakeBack(actor, paper.facts),
      comment: ["draft", "in-approval", "ready"].includes(paper.facts.state),
      keepFlow: hasRole(actor, place, ["administrator", "secretary"]),
    },
    comments: comments.map(({ settled, writtenAt, ...comment }) => ({
      ...comment,
      when: when(writtenAt),
      settled: settled && { by: settled.by, when: when(settled.at) },
    })),
    sections: sections.map(({ id, heading }) => ({ id, heading })),
  };
}

export type ApprovalView = Awaited<ReturnType<typeof loadApproval>>;

function dueOf(meeting: NextMeeting | null, days: number, today: string): Due | null {
  if (!meeting) return null;
  const day = dueDay(meeting, days);
  return { day, state: dueState(day, today) };
}
