import { useLanguage } from "../../web/use-language.ts";
import { formMessages } from "./messages-forms.ts";

/** The buttons below a form of many rows. `more`: what to call the one for more rows; without it there are enough. */
export function RowsButtons({ more, back }: { more: string | undefined; back: string }) {
  const { t } = useLanguage(formMessages);
  return (
    <p className="form-buttons">
      <button type="submit" className="button button-primary">
        {t.save}
      </button>
      {more !== undefined && (
        <button type="submit" name="do" value="more" className="button button-secondary">
          {more}
        </button>
      )}
      <a href={back}>{t.cancel}</a>
    </p>
  );
}
