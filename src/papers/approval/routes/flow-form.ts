import { approverRoles, type ApproverRole, flowShape, type FlowStep, MAX_STEPS } from "#papers/approval/steps.ts";
import type { FormErrors } from "../../../web/components/Form.tsx";
import type { Language } from "../../../web/language.ts";
import { flowMessages } from "./messages-flow.ts";

/** Steps as they stand in the fields. */
export type TypedStep = { role: ApproverRole; days: string };

export const typed = (steps: FlowStep[]): TypedStep[] => steps.map(({ role, days }) => ({ role, days: String(days) }));

export function readSteps(form: FormData): TypedStep[] {
  const days = form.getAll("days").map(String);
  return form
    .getAll("role")
    .slice(0, MAX_STEPS)
    .map((role, index) => ({
      role: approverRoles.find((one) => one === role) ?? "head",
      days: (days[index] ?? "").trim(),
    }));
}

/** The steps after a button that arranges them: "up:1", "down:0", "remove:2", "add". */
export function arrange(steps: TypedStep[], button: string): TypedStep[] {
  const [what = "", place = ""] = button.split(":");
  const index = Number(place);
  const step = steps[index];
  if (what === "add") return [...steps, { role: "secretary", days: "1" }].slice(0, MAX_STEPS) as TypedStep[];
  if (!step) return steps;
  const others = steps.toSpliced(index, 1);
  if (what === "remove") return others;
  if (what === "up") return others.toSpliced(Math.max(0, index - 1), 0, step);
  return what === "down" ? others.toSpliced(index + 1, 0, step) : steps;
}

/** The flow that the fields describe, or what is wrong with them. */
export function readFlow(
  steps: TypedStep[],
  language: Language,
): { ok: true; steps: FlowStep[] } | { ok: false; errors: FormErrors } {
  const t = flowMessages[language];
  if (steps.length === 0) return { ok: false, errors: { form: t.noSteps } };
  const wrong = steps.flatMap(({ days }, index) =>
    /^\d{1,2}$/.test(days) && Number(days) <= 60 ? [] : [[`days-${index}`, t.daysWrong] as const],
  );
  if (wrong.length > 0) return { ok: false, errors: Object.fromEntries(wrong) };
  return { ok: true, steps: flowShape.parse(steps.map(({ role, days }) => ({ role, days: Number(days) }))) };
}
