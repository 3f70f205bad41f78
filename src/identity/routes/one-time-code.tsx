import { data, redirect } from "react-router";
import { askAuth } from "#identity/auth-request.ts";
import { appOf } from "#web/context.ts";
import { ErrorSummary, Field } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/one-time-code";
import { signInMessages } from "./messages-sign-in.ts";
import { nextPage } from "./next-page.ts";

export async function action({ context, request }: Route.ActionArgs) {
  const { auth } = appOf(context);
  const { searchParams, pathname } = new URL(request.url);
  const language = languageOf(pathname);
  const t = signInMessages[language];
  const code = String((await request.formData()).get("code") ?? "").replace(/\s/g, "");
  if (code === "") return data({ errors: { code: t.missing(t.code) } }, { status: 400 });
  const kind = /^\d{6}$/.test(code) ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code";
  const answer = await askAuth(await auth(), request, kind, { code });
  if (answer.ok)
    throw redirect(nextPage(searchParams.get("naeste"), links[language].signIn()), {
      status: 303,
      headers: answer.headers,
    });
  if (answer.status === 429) return data({ errors: { form: t.tooMany } }, { status: 429 });
  const expired = answer.code === "INVALID_TWO_FACTOR_COOKIE";
  return data({ errors: { code: expired ? t.codeExpired : t.codeWrong } }, { status: 400 });
}

export default function OneTimeCode({ actionData }: Route.ComponentProps) {
  const { t } = useLanguage(signInMessages);
  return (
    <Page title={t.codeTitle} search={false}>
      <div className="narrow">
        <h1>{t.codeTitle}</h1>
        <p>{t.codeLead}</p>
        <ErrorSummary errors={actionData?.errors} />
        <form method="post" noValidate>
          <Field label={t.code} name="code" autoComplete="one-time-code" errors={actionData?.errors} />
          <button type="submit" className="button button-primary">
            {t.signIn}
          </button>
        </form>
      </div>
    </Page>
  );
}
