import { useLocation } from "react-router";
import { ErrorSummary, Field } from "../../../web/components/Form.tsx";
import { Page } from "../../../web/components/Page.tsx";
import { useLanguage } from "../../../web/use-language.ts";
import type { KeptText } from "./kept-text-model.ts";
import { editorMessages } from "./messages.ts";

/** A text that could not be saved, on a page of its own: to sign in and save it, or to copy it. */
export function KeptTextPage({ kept, sent, signIn, email }: KeptText) {
  const { t, to } = useLanguage(editorMessages);
  const { pathname } = useLocation();
  const wrong = signIn && { wrong: t.wrong, "too-many": t.tooMany, "needs-more": t.needsMore }[signIn];
  const text = (
    <>
      <label className="form-label" htmlFor="markdown">
        {t.yourText}
      </label>
      <textarea
        className="form-input plain-form__text"
        id="markdown"
        name="markdown"
        rows={16}
        lang="da"
        defaultValue={sent.markdown}
        readOnly={kept !== "signed-out" || sent.body !== ""}
      />
    </>
  );
  return (
    <Page title={t.keptTitle} search={false}>
      <div className="narrow">
        <h1>{t.keptTitle}</h1>
        <ErrorSummary errors={wrong ? { form: wrong } : undefined} />
        <p>{kept === "signed-out" ? t.signedOut : t[kept]}</p>
        {kept === "signed-out" ? (
          <form method="post" noValidate>
            <input type="hidden" name="baseVersion" value={sent.baseVersion} />
            <input type="hidden" name="body" value={sent.body} />
            <Field label={t.email} name="email" type="email" autoComplete="username" value={email} />
            <Field label={t.password} name="password" type="password" autoComplete="current-password" />
            <p className="form-buttons">
              <button type="submit" name="do" value="sign-in" className="button button-primary">
                {t.signInAndSave}
              </button>
              <button type="submit" name="do" value="save" className="button button-secondary">
                {t.save}
              </button>
            </p>
            <p>
              <a href={to.signIn(pathname)} target="_blank" rel="noopener">
                {t.otherSignIn}
              </a>
            </p>
            {text}
          </form>
        ) : (
          text
        )}
      </div>
    </Page>
  );
}
