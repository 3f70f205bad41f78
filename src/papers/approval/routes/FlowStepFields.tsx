import type { ApproverRole } from "#papers/approval/steps.ts";
import type { FormErrors } from "../../../web/components/Form.tsx";
import { useLanguage } from "../../../web/use-language.ts";
import type { TypedStep } from "./flow-form.ts";
import { flowMessages } from "./messages-flow.ts";

type Props = {
  step: TypedStep;
  index: number;
  last: boolean;
  roles: readonly ApproverRole[];
  errors: FormErrors | undefined;
};

/** A step's role and days, with buttons that arrange it among the others. */
export function FlowStepFields({ step, index, last, roles, errors }: Props) {
  const { t } = useLanguage(flowMessages);
  const n = index + 1;
  const error = errors?.[`days-${index}`];
  return (
    <fieldset className="flow-step">
      <legend>{t.step(n)}</legend>
      <div className="flow-step__fields">
        <div className="form-group">
          <label className="form-label" htmlFor={`role-${index}`}>
            {t.role}
          </label>
          <select className="form-select" id={`role-${index}`} name="role" defaultValue={step.role}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {t.roles[role]}
              </option>
            ))}
          </select>
        </div>
        <div className={error ? "form-group form-error" : "form-group"}>
          <label className="form-label" htmlFor={`days-${index}`}>
            {t.days}
          </label>
          {error && (
            <span className="form-error-message" id={`days-${index}-error`}>
              {error}
            </span>
          )}
          <input
            className="form-input"
            id={`days-${index}`}
            name="days"
            inputMode="numeric"
            defaultValue={step.days}
            {...(error && { "aria-invalid": true, "aria-describedby": `days-${index}-error` })}
          />
        </div>
      </div>
      <p className="flow-step__buttons">
        {index > 0 && <Arrange value={`up:${index}`} label={t.upOf(n)} text={t.up} />}
        {!last && <Arrange value={`down:${index}`} label={t.downOf(n)} text={t.down} />}
        <Arrange value={`remove:${index}`} label={t.removeOf(n)} text={t.remove} />
      </p>
    </fieldset>
  );
}

function Arrange({ value, label, text }: { value: string; label: string; text: string }) {
  return (
    <button type="submit" name="do" value={value} className="button button-tertiary" aria-label={label}>
      {text}
    </button>
  );
}
