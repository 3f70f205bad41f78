import { type FormErrors, TextBox } from "../../web/components/Form.tsx";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/paper";
import { paperMessages } from "./messages.ts";
import { formMessages } from "./messages-forms.ts";

type Props = {
  data: Route.ComponentProps["loaderData"];
  version: number;
  errors: FormErrors | undefined;
  values: { reason: string; result: string } | undefined;
};

/** What is done with a paper as a whole, below it: writing in a decision, taking it back or up again, deleting it. */
export function PaperDeeds({ data, version, errors, values }: Props) {
  const { may, path } = data;
  const { t } = useLanguage(paperMessages);
  const { t: words } = useLanguage(formMessages);
  const treated = path.find(({ position }) => position === may.treat);
  const hidden = <input type="hidden" name="version" value={version} />;
  if (!treated && !may.withdraw && !may.resume && !may.remove) return null;
  return (
    <div className="paper__deeds">
      {treated && (
        <section>
          <h2>{words.treatTitle(treated.committee.name)}</h2>
          <p>{words.treatLead}</p>
          <form method="post" noValidate>
            {hidden}
            <input type="hidden" name="position" value={treated.position} />
            <TextBox label={words.treatText} name="result" value={values?.result} errors={errors} />
            <p className="form-buttons">
              <button type="submit" name="do" value="treat" className="button button-primary">
                {words.treat}
              </button>
            </p>
          </form>
        </section>
      )}
      {may.withdraw && (
        <details open={errors?.["reason"] !== undefined}>
          <summary>{t.withdraw}</summary>
          <p>{t.withdrawLead}</p>
          <form method="post" noValidate>
            {hidden}
            <TextBox label={t.withdrawReason} name="reason" rows={2} value={values?.reason} errors={errors} />
            <p className="form-buttons">
              <button type="submit" name="do" value="withdraw" className="button button-secondary">
                {t.withdraw}
              </button>
            </p>
          </form>
        </details>
      )}
      {may.resume && (
        <form method="post">
          {hidden}
          <button type="submit" name="do" value="resume" className="button button-secondary">
            {t.resume}
          </button>
        </form>
      )}
      {may.remove && (
        <details>
          <summary>{t.remove}</summary>
          <p>{t.removeLead}</p>
          <form method="post">
            <button type="submit" name="do" value="remove" className="button button-secondary">
              {t.remove}
            </button>
          </form>
        </details>
      )}
    </div>
  );
}
