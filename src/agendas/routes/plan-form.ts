import { type PlannedMeetingInput, plannedMeetingShape, reasonShape } from "#agendas/planned-meeting.ts";
import { holidayName } from "#agendas/working-days.ts";
import type { FormErrors } from "../../web/components/Form.tsx";
import { longDate } from "../../web/formats.ts";
import type { Language } from "../../web/language.ts";
import { agendaMessages } from "./messages.ts";
import { typedText } from "#web/typed-text.ts";

export type PlanValues = Record<"date" | "start" | "end" | "place" | "kind" | "reason" | "holiday", string>;

export function readValues(form: FormData): PlanValues {
  const text = (name: string) => typedText(form.get(name));
  return {
    date: text("date"),
    start: text("start").replace(".", ":").padStart(5, "0"),
    end: text("end") && text("end").replace(".", ":").padStart(5, "0"),
    place: text("place"),
    kind: text("kind"),
    reason: text("reason"),
    holiday: text("holiday"),
  };
}

/** The meeting that a form describes, or what is wrong with it. A holiday must be confirmed by sending the form again. */
export function readMeeting(
  values: PlanValues,
  withReason: boolean,
  language: Language,
): { ok: true; meeting: PlannedMeetingInput } | { ok: false; errors: FormErrors } {
  const t = agendaMessages[language];
  const extraordinary = values.kind === "extraordinary";
  const read = plannedMeetingShape.safeParse({ ...values, end: values.end || null, extraordinary });
  const wrong = new Set(read.error?.issues.map(({ path }) => path[0]));
  const holiday = wrong.has("date") ? null : holidayName(values.date);
  const errors: FormErrors = {
    ...(wrong.has("date") && { date: t.dateWrong }),
    ...(holiday && values.holiday !== values.date && { date: t.holiday(longDate(values.date, language), holiday) }),
    ...(wrong.has("start") && { start: t.startWrong }),
    ...(wrong.has("end") && { end: t.endWrong }),
    ...(wrong.has("place") && { place: t.placeWrong }),
    ...(withReason && !reasonShape.safeParse(values.reason).success && { reason: t.reasonWrong }),
  };
  return read.success && Object.keys(errors).length === 0 ? { ok: true, meeting: read.data } : { ok: false, errors };
}
