import { data, redirect } from "react-router";
import { choosePassword } from "#identity/access-operations.ts";
import { personShape } from "#identity/grant.ts";
import { findPasswordLink } from "#identity/password-links.ts";
import { appOf } from "#web/context.ts";
import { ErrorSummary, Field, type FormErrors } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/choose-password";
import { passwordMessages } from "./messages-password.ts";
import { typedText } from "#web/typed-text.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const link = await findPasswordLink(appOf(context).db, params.token);
  return link ? { usable: true, user: link.user } : { usable: false, user: null };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { db } = appOf(context);
  const language = languageOf(new URL(request.url).pathname);
  const t = passwordMessages[language];
  const form = await request.formData();
  const values = { name: typedText(form.get("name")), email: typedText(form.get("email")) };
  const person = personShape.safeParse(values);
  const asked = form.has("email");
  const wrong = new Set(person.error?.issues.map(({ path }) => path[0]));
  const errors: FormErrors = {
    ...(asked && wrong.has("name") && { name: t.nameWrong }),
    ...(asked && wrong.has("email") && { email: t.emailWrong }),
  };
  if (Object.keys(errors).length > 0) return data({ errors, values }, { status: 400 });
  const chosen = await choosePassword(db, params.token, String(form.get("password") ?? ""), person.data ?? null);
  if (chosen.ok) throw redirect(`${links[language].signIn()}?valgt`, 303);
  if (chosen.reason === "unknown-link") return data({ errors: { form: t.linkDeadLead }, values }, { status: 410 });
  const fault: FormErrors = chosen.reason === "taken" ? { email: t.taken } : { password: t.faults[chosen.reason] };
  return data({ errors: fault, values }, { status: 400 });
}

export default function ChoosePassword({ loaderData, actionData }: Route.ComponentProps) {
  const { usable, user } = loaderData;
  const { t, to } = useLanguage(passwordMessages);
  const errors = actionData?.errors;
  if (!usable)
    return (
      <Page title={t.linkDead} search={false}>
        <div className="narrow">
          <h1>{t.linkDead}</h1>
          <p>{t.linkDeadLead}</p>
          <p>
            <a href={to.forgotten()}>{t.forgotten}</a>
          </p>
        </div>
      </Page>
    );
  const title = user ? t.chooseTitle : t.firstTitle;
  return (
    <Page title={title} search={false}>
      <div className="narrow">
        <h1>{title}</h1>
        <p>{user ? t.chooseFor(user.name, user.email) : t.firstLead}</p>
        <ErrorSummary errors={errors} />
        <form method="post" noValidate>
          {user ? (
            <input type="text" hidden readOnly autoComplete="username" value={user.email} />
          ) : (
            <>
              <Field label={t.name} name="name" autoComplete="name" value={actionData?.values.name} errors={errors} />
              <Field
                label={t.email}
                name="email"
                type="email"
                autoComplete="username"
                value={actionData?.values.email}
                errors={errors}
              />
            </>
          )}
          <Field
            label={t.newPassword}
            name="password"
            type="password"
            hint={t.passwordHint}
            autoComplete="new-password"
            errors={errors}
          />
          <button type="submit" className="button button-primary">
            {t.save}
          </button>
        </form>
      </div>
    </Page>
  );
}
