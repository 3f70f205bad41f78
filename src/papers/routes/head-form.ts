import { headShape, type PaperHead } from "#papers/paper.ts";
import type { FormErrors } from "../../web/components/Form.tsx";
import type { Language } from "../../web/language.ts";
import { formText } from "./form-text.ts";
import { formMessages } from "./messages-forms.ts";

export type HeadValues = Record<"title" | "responsible" | "deadline" | "openness" | "ground", string>;

export function readHeadValues(form: FormData): HeadValues {
  const text = (name: string) => formText(form, name);
  return {
    title: text("title").replace(/\s+/g, " "),
    responsible: text("responsible"),
    deadline: text("deadline"),
    openness: text("openness"),
    ground: text("ground"),
  };
}

/** The head that a form describes, or what is wrong with it. */
export function readHead(
  values: HeadValues,
  language: Language,
): { ok: true; head: PaperHead } | { ok: false; errors: FormErrors } {
  const t = formMessages[language];
  const read = headShape.safeParse({
    title: values.title,
    responsibleId: values.responsible,
    deadline: values.deadline || null,
    closed: values.openness === "closed",
    closedGround: values.ground || null,
  });
  if (read.success) return { ok: true, head: read.data };
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  return {
    ok: false,
    errors: {
      ...(wrong.has("title") && { title: t.titleWrong }),
      ...(wrong.has("responsibleId") && { responsible: t.responsibleWrong }),
      ...(wrong.has("deadline") && { deadline: t.deadlineWrong }),
      ...(wrong.has("closedGround") && { ground: t.groundWrong }),
    },
  };
}
