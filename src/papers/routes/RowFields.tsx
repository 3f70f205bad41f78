import type { ReactNode } from "react";
import { useLanguage } from "../../web/use-language.ts";
import { formMessages } from "./messages-forms.ts";

type Props = {
  index: number;
  legend: string;
  order: string;
  /** Why the row cannot be changed. */
  fixed?: string | undefined;
  children: ReactNode;
};

/** One row of a form of many: a number to order it by, and its fields. */
export function RowFields({ index, legend, order, fixed, children }: Props) {
  const { t } = useLanguage(formMessages);
  return (
    <fieldset className="form-row-fields" id={`row-${index}`} tabIndex={-1}>
      <legend>{legend}</legend>
      {fixed && <p className="form-hint">{fixed}</p>}
      <div className="form-group form-row-fields__order">
        <label className="form-label" htmlFor={`order-${index}`}>
          {t.order}
        </label>
        <input
          className="form-input"
          id={`order-${index}`}
          name={`order-${index}`}
          inputMode="decimal"
          defaultValue={order}
          readOnly={fixed !== undefined}
        />
      </div>
      {children}
    </fieldset>
  );
}
