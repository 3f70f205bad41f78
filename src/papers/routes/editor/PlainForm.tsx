import { RichText } from "../../../web/components/RichText.tsx";
import type { FormErrors } from "../../../web/components/Form.tsx";
import type { RichText as Text } from "#rich-text/model.ts";
import { useLanguage } from "../../../web/use-language.ts";
import { editorMessages } from "./messages.ts";

type Props = {
  heading: string;
  help: string | null;
  markdown: string;
  baseVersion: string;
  errors: FormErrors | undefined;
  preview: Text | undefined;
};

/** A section as Markdown in a field, with a preview: all that is needed where there are no scripts. */
export function PlainForm({ heading, help, markdown, baseVersion, errors, preview }: Props) {
  const { t } = useLanguage(editorMessages);
  const wrong = errors?.["markdown"];
  return (
    <form method="post" className="plain-form">
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <label className="form-label" htmlFor="markdown">
        {t.textLabel(heading)}
      </label>
      <span className="form-hint" id="markdown-hint">
        {help && `${help} `}
        {t.plainHint}
      </span>
      {wrong && (
        <span className="form-error-message" id="markdown-error">
          {wrong}
        </span>
      )}
      <textarea
        className="form-input plain-form__text"
        id="markdown"
        name="markdown"
        rows={24}
        lang="da"
        defaultValue={markdown}
        aria-describedby={wrong ? "markdown-hint markdown-error" : "markdown-hint"}
        aria-invalid={wrong ? true : undefined}
      />
      <p className="form-buttons">
        <button type="submit" name="do" value="save" className="button button-primary">
          {t.save}
        </button>
        <button type="submit" name="do" value="preview" className="button button-secondary">
          {t.preview}
        </button>
      </p>
      {preview && (
        <section className="editor__preview" id="se">
          <h2>{t.previewTitle}</h2>
          <div className="editor__sheet">
            <RichText text={preview} suggestions="shown" />
          </div>
        </section>
      )}
    </form>
  );
}
