import type { TemplateSection } from "#database/schema-papers.ts";
import { type Template, templateShape } from "#papers/template.ts";
import type { FormErrors } from "../../web/components/Form.tsx";
import type { Language } from "../../web/language.ts";
import { formText } from "./form-text.ts";
import { templateMessages } from "./messages-templates.ts";
import { readRows, type Row } from "./row-form.ts";

export const MOST_SECTIONS = 20;

/** `id`: of the template that is changed, empty for a new one. */
export type TemplateValues = { id: string; name: string; committee: string; rows: Row[] };

export const rowOf = ({ role, heading, help, required }: TemplateSection): Row => ({
  role,
  heading,
  help: help ?? "",
  required: required ? "yes" : "no",
});

/** What the form says, and the template that it describes, or what is wrong with it. */
export function readTemplate(
  form: FormData,
  language: Language,
): { values: TemplateValues; template: Template | null; errors: FormErrors } {
  const t = templateMessages[language];
  const text = (name: string) => formText(form, name);
  const rows = readRows(form, ["heading", "role", "help", "required"], MOST_SECTIONS + 2);
  const filled = rows.filter(({ heading }) => heading !== "");
  const values = { id: text("id"), name: text("name"), committee: text("committee"), rows: filled };
  const read = templateShape.safeParse({
    name: values.name,
    sections: filled.map((row) => ({ ...row, help: row["help"] || null, required: row["required"] === "yes" })),
  });
  if (read.success) return { values, template: read.data, errors: {} };
  const errors: FormErrors = {};
  for (const { path } of read.error.issues) {
    if (path[0] === "name") errors["name"] = t.nameWrong;
    else if (typeof path[1] === "number") errors[`heading-${path[1] + 1}`] = t.headingWrong;
    else errors["form"] = t.sectionsWrong;
  }
  return { values, template: null, errors };
}
