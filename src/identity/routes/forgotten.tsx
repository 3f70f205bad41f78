import { data } from "react-router";
import { forgetPassword, mayForget } from "#identity/access-operations.ts";
import { CLIENT_ADDRESS } from "#identity/client-address.ts";
import { appOf } from "#web/context.ts";
import { ErrorSummary, Field, type FormErrors } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/forgotten";
import { passwordMail } from "./mails.ts";
import { passwordMessages } from "./messages-password.ts";

export function loader({ context }: Route.LoaderArgs) {
  return { mail: appOf(context).mail !== null };
}

/** Answers alike, and as soon, whether there is such a person or not: the link is made and sent afterwards. */
export async function action({ context, request }: Route.ActionArgs) {
  const { db, mail, home, log } = appOf(context);
  const language = languageOf(new URL(request.url).pathname);
  const t = passwordMessages[language];
  const email = String((await request.formData()).get("email") ?? "").trim();
  const refuse = (errors: FormErrors, status: number) => data({ sent: false, email, errors }, { status });
  if (!/^\S+@\S+\.\S+$/.test(email)) return refuse({ email: t.emailWrong }, 400);
  if (!mail) return refuse({ form: t.noMail }, 503);
  if (!(await mayForget(db, request.headers.get(CLIENT_ADDRESS) ?? ""))) return refuse({ form: t.tooMany }, 429);
  const send = async () => {
    const link = await forgetPassword(db, email);
    if (!link) return;
    const spoken = link.language ?? language;
    const words = link.token
      ? passwordMail("forgotten", home + links[spoken].choosePassword(link.token), spoken)
      : passwordMail("noPassword", home + links[spoken].signIn(), spoken);
    await mail.send({ to: { name: link.name, email }, ...words });
  };
  send().catch((error: unknown) => log.error({ err: error }, "a link to choose a password could not be sent"));
  return data({ sent: true, email, errors: undefined as FormErrors | undefined });
}

export default function Forgotten({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useLanguage(passwordMessages);
  return (
    <Page title={t.forgottenTitle} search={false}>
      <div className="narrow">
        <h1>{t.forgottenTitle}</h1>
        {actionData?.sent ? (
          <output className="notice">{t.sent}</output>
        ) : (
          <>
            <p>{loaderData.mail ? t.forgottenLead : t.noMail}</p>
            <ErrorSummary errors={actionData?.errors} />
            {loaderData.mail && (
              <form method="post" noValidate>
                <Field
                  label={t.email}
                  name="email"
                  type="email"
                  autoComplete="username"
                  value={actionData?.email}
                  errors={actionData?.errors}
                />
                <button type="submit" className="button button-primary">
                  {t.send}
                </button>
              </form>
            )}
          </>
        )}
      </div>
    </Page>
  );
}
