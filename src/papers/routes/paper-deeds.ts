import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { deletePaper } from "#papers/delete-paper.ts";
import type { EditRefusal, EditResult, SeenPaper } from "#papers/edit-paper.ts";
import { recordTreatment, treatmentResultShape } from "#papers/record-treatment.ts";
import { keepVersion } from "#papers/snapshots.ts";
import { resumePaper, withdrawalReasonShape, withdrawPaper } from "#papers/withdraw-paper.ts";
import type { FormErrors } from "../../web/components/Form.tsx";
import type { Language } from "../../web/language.ts";
import { formText } from "./form-text.ts";
import { paperMessages } from "./messages.ts";
import { formMessages } from "./messages-forms.ts";

type Deed = { done: string } | { errors: FormErrors; status: number } | { refusal: EditRefusal };

/** What a button below a paper does; `done` is the word of it in the next page's address. */
export async function doDeed(
  db: Database,
  actor: Actor,
  seen: SeenPaper,
  form: FormData,
  language: Language,
): Promise<Deed> {
  const [t, words] = [paperMessages[language], formMessages[language]];
  const refuse = (errors: FormErrors, status: number) => ({ errors, status });
  switch (form.get("do")) {
    case "keep":
      return outcome(await keepVersion(db, actor, seen), "version");
    case "resume":
      return outcome(await resumePaper(db, actor, seen), "genoptaget");
    case "remove": {
      const result = await deletePaper(db, actor, seen.municipalityId, seen.id);
      if (!result.ok && result.reason === "touched") return refuse({ form: t.touched }, 409);
      return result.ok ? { done: "slettet" } : { refusal: { ok: false, reason: result.reason as "unknown" } };
    }
    case "withdraw": {
      const reason = withdrawalReasonShape.safeParse(formText(form, "reason"));
      if (!reason.success) return refuse({ reason: t.reasonWrong }, 400);
      const result = await withdrawPaper(db, actor, seen, reason.data);
      if (!result.ok && result.reason === "on-agenda") return refuse({ form: t.onAgenda }, 409);
      return outcome(result as EditResult, "trukket");
    }
    case "treat": {
      const text = treatmentResultShape.safeParse(formText(form, "result"));
      if (!text.success) return refuse({ result: words.treatWrong }, 400);
      const result = await recordTreatment(db, actor, seen, Number(form.get("position")), text.data);
      if (!result.ok && result.reason === "not-sent") return refuse({ form: words.notSent }, 409);
      return outcome(result as EditResult, "behandlet");
    }
    default:
      return { refusal: { ok: false, reason: "unknown" } };
  }
}

const outcome = (result: EditResult, done: string): Deed => (result.ok ? { done } : { refusal: result });
