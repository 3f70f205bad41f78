import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import type { ApprovalResult, PaperPlace } from "#papers/approval/change-paper.ts";
import { addComment, commentShape, settleComment } from "#papers/approval/comment-operations.ts";
import { approveStep, moveOn, returnPaper } from "#papers/approval/decide.ts";
import { MAX_STEPS, reasonShape, remarkShape } from "#papers/approval/steps.ts";
import { submitPaper } from "#papers/approval/submit.ts";
import { takeBackPaper } from "#papers/approval/take-back.ts";
import type { FormErrors } from "../../../web/components/Form.tsx";
import type { Language } from "../../../web/language.ts";
import { approvalMessages } from "./messages.ts";
import { typedText } from "#web/typed-text.ts";

/** What the page's forms can ask for, and the word that the next page is told it was done with. */
export const deeds = {
  submit: "sendt",
  approve: "godkendt",
  return: "returneret",
  "move-on": "videre",
  "take-back": "tilbage",
  comment: "kommentar",
  settle: "klaret",
} as const;

export type Deed = keyof typeof deeds;

export const isDeed = (text: string): text is Deed => Object.hasOwn(deeds, text);

export type Values = Partial<
  Record<"sendRemark" | "remark" | "moveReason" | "backReason" | "comment" | "section", string>
>;

/** Does what a form asks; `errors` when it was not filled in as it should be, and nothing was done. */
export async function doDeed(
  db: Database,
  actor: Actor,
  place: PaperPlace,
  deed: Deed,
  form: FormData,
  language: Language,
): Promise<{ errors: FormErrors } | ApprovalResult> {
  const t = approvalMessages[language];
  const text = (name: string) => typedText(form.get(name));
  const step = { round: Number(text("round")), position: Number(text("position")) };
  const seen = text("seen");
  switch (deed) {
    case "submit": {
      const remark = remarkShape.safeParse(text("sendRemark"));
      if (!remark.success) return { errors: { sendRemark: t.tooLong } };
      const persons = Array.from({ length: MAX_STEPS }, (_, index) => text(`person-${index}`) || null);
      return submitPaper(db, actor, place, { seen, persons, remark: remark.data });
    }
    case "approve": {
      const remark = remarkShape.safeParse(text("remark"));
      if (!remark.success) return { errors: { remark: t.tooLong } };
      return approveStep(db, actor, place, { ...step, seen }, remark.data);
    }
    case "return": {
      const reason = reasonShape.safeParse(text("remark"));
      if (!reason.success) return { errors: { remark: reasonFault(text("remark"), t) } };
      return returnPaper(db, actor, place, step, reason.data);
    }
    case "move-on": {
      const reason = reasonShape.safeParse(text("moveReason"));
      if (!reason.success) return { errors: { moveReason: reasonFault(text("moveReason"), t) } };
      return moveOn(db, actor, place, step, reason.data);
    }
    case "take-back": {
      const reason = reasonShape.safeParse(text("backReason"));
      if (!reason.success) return { errors: { backReason: reasonFault(text("backReason"), t) } };
      return takeBackPaper(db, actor, place, step.round, reason.data);
    }
    case "comment": {
      const sectionId = text("section") === "" ? null : Number(text("section"));
      const comment = commentShape.safeParse({ sectionId, text: text("comment") });
      if (!comment.success) return { errors: { comment: t.commentWrong } };
      return addComment(db, actor, place, comment.data);
    }
    case "settle":
      return settleComment(db, actor, place, Number(text("id")));
  }
}

const reasonFault = (text: string, t: { tooLong: string; reasonWrong: string }) =>
  text.length > 2000 ? t.tooLong : t.reasonWrong;

export const valuesOf = (form: FormData): Values =>
  Object.fromEntries(
    ["sendRemark", "remark", "moveReason", "backReason", "comment", "section"].map((name) => [
      name,
      String(form.get(name) ?? ""),
    ]),
  );
