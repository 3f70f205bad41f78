import type { ReactNode } from "react";
import { useLanguage } from "../use-language.ts";
import { Icon } from "./Icon.tsx";

/** What is wrong with a form: a sentence for each field, "form" for what is no single field's. */
export type FormErrors = Record<string, string>;

/** Stands above a form that could not be used: says so, and leads to the fields. The browser puts the focus here. */
export function ErrorSummary({ errors }: { errors: FormErrors | undefined }) {
  const { t } = useLanguage();
  const entries = Object.entries(errors ?? {});
  if (entries.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} id="fejl">
      <p className="error-summary__title">
        <Icon name="warning" />
        {t.formErrors}
      </p>
      <ul>
        {entries.map(([field, message]) => (
          <li key={field}>{field === "form" ? message : <a href={`#${field}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

type FieldProps = {
  label: string;
  name: string;
  hint?: ReactNode;
  errors?: FormErrors | undefined;
  type?: "text" | "email" | "password" | "date" | "time" | "number";
  value?: string | undefined;
  autoComplete?: string;
  inputMode?: "numeric" | "email";
  required?: boolean;
  /** The `id` of a datalist to choose from. */
  list?: string;
};

/** One line to fill in, with its label above, help under the label, and what is wrong with it. */
export function Field({ label, name, hint, errors, type = "text", value, required = true, ...input }: FieldProps) {
  return (
    <Labelled {...{ label, name, hint, errors }}>
      {(described) => (
        <input
          className="form-input"
          id={name}
          name={name}
          type={type}
          defaultValue={value}
          required={required}
          {...described}
          {...input}
        />
      )}
    </Labelled>
  );
}

type ChoiceProps = Pick<FieldProps, "label" | "name" | "hint" | "errors" | "value"> & {
  /** What no choice is called; without it there must be one. */
  none?: string;
  choices: { value: string; text: string }[];
};

export function Choice({ label, name, hint, errors, value, none, choices }: ChoiceProps) {
  return (
    <Labelled {...{ label, name, hint, errors }}>
      {(described) => (
        <select className="form-select" id={name} name={name} defaultValue={value ?? ""} {...described}>
          {none !== undefined && <option value="">{none}</option>}
          {choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

type TextBoxProps = Pick<FieldProps, "label" | "name" | "hint" | "errors" | "value" | "required"> & { rows?: number };

/** Several lines to fill in. */
export function TextBox({ label, name, hint, errors, value, required = true, rows = 4 }: TextBoxProps) {
  return (
    <Labelled {...{ label, name, hint, errors }}>
      {(described) => (
        <textarea
          className="form-input"
          id={name}
          name={name}
          rows={rows}
          defaultValue={value}
          required={required}
          {...described}
        />
      )}
    </Labelled>
  );
}

type LabelledProps = Pick<FieldProps, "label" | "name" | "hint" | "errors"> & {
  children: (described: { "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
};

/** The label, help and error around a field of one's own. */
export function Labelled({ label, name, hint, errors, children }: LabelledProps) {
  const { t } = useLanguage();
  const error = errors?.[name];
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <div className={error ? "form-group form-error" : "form-group"}>
      <label className="form-label" htmlFor={name}>
        {label}
      </label>
      {hint && (
        <span className="form-hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="form-error-message" id={`${name}-error`}>
          <span className="sr-only">{t.formError}: </span>
          {error}
        </span>
      )}
      {children({ ...(described && { "aria-describedby": described }), ...(error && { "aria-invalid": true }) })}
    </div>
  );
}
