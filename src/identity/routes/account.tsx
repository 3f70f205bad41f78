import { data, redirect } from "react-router";
import { findAccount } from "#identity/account-queries.ts";
import { askAuth } from "#identity/auth-request.ts";
import { passwordFault } from "#identity/passwords.ts";
import { appOf, signedIn } from "#web/context.ts";
import { ErrorSummary, Field, type FormErrors } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { shortDate } from "../../web/formats.ts";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/account";
import { AddPasskey } from "./AddPasskey.tsx";
import { accountMessages } from "./messages-account.ts";

export const handle = { hydrate: true };

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { twoFactor, passkeys } = await findAccount(appOf(context).db, actor.userId);
  return {
    name: actor.name,
    email: actor.email,
    changed: new URL(request.url).searchParams.has("skiftet"),
    twoFactor,
    passkeys: passkeys.map(({ id, name, createdAt }) => ({
      id,
      name,
      day: createdAt?.toISOString().slice(0, 10) ?? null,
    })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { auth } = appOf(context);
  const language = languageOf(new URL(request.url).pathname);
  const [t, to] = [accountMessages[language], links[language]];
  const form = await request.formData();
  const refuse = (errors: FormErrors) => data({ errors }, { status: 400 });
  switch (form.get("do")) {
    case "remove-passkey": {
      const answer = await askAuth(await auth(), request, "/passkey/delete-passkey", { id: String(form.get("id")) });
      if (!answer.ok) return refuse({ form: t.passkeyFailed });
      throw redirect(to.account(), 303);
    }
    case "codes-off": {
      const answer = await askAuth(await auth(), request, "/two-factor/disable", {
        password: String(form.get("current") ?? ""),
      });
      if (!answer.ok) return refuse({ current: t.passwordWrong });
      throw redirect(to.account(), { status: 303, headers: answer.headers });
    }
    default: {
      const newPassword = String(form.get("password") ?? "");
      const fault = passwordFault(newPassword, actor);
      if (fault) return refuse({ password: t.faults[fault] });
      const answer = await askAuth(await auth(), request, "/change-password", {
        currentPassword: String(form.get("currentPassword") ?? ""),
        newPassword,
        revokeOtherSessions: true,
      });
      if (!answer.ok) return refuse(answer.status === 429 ? { form: t.tooMany } : { currentPassword: t.passwordWrong });
      throw redirect(`${to.account()}?skiftet`, { status: 303, headers: answer.headers });
    }
  }
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { name, email, changed, twoFactor, passkeys } = loaderData;
  const { t, to, language } = useLanguage(accountMessages);
  const errors = actionData?.errors;
  return (
    <Page title={t.accountTitle} search={false}>
      <div className="narrow">
        <p className="overline">
          {name}, {email}
        </p>
        <h1>{t.accountTitle}</h1>
        {changed && <output className="notice">{t.changed}</output>}
        <ErrorSummary errors={errors} />
        <section>
          <h2>{t.passkeys}</h2>
          <p>{t.passkeysLead}</p>
          {passkeys.length === 0 && <p>{t.noPasskeys}</p>}
          <ul className="rows rows--small">
            {passkeys.map((passkey) => (
              <li key={passkey.id}>
                <form method="post" className="form-row">
                  <span>
                    {passkey.name || t.passkeys}{" "}
                    {passkey.day && <span className="row-facts">{t.added(shortDate(passkey.day, language))}</span>}
                  </span>
                  <input type="hidden" name="id" value={passkey.id} />
                  <button type="submit" name="do" value="remove-passkey" className="button button-tertiary">
                    {t.remove}
                  </button>
                </form>
              </li>
            ))}
          </ul>
          <AddPasskey />
        </section>
        <section>
          <h2>{t.codes}</h2>
          <p>{twoFactor ? t.codesOn : t.codesOff}</p>
          {twoFactor ? (
            <form method="post" noValidate>
              <Field
                label={t.currentPassword}
                name="current"
                type="password"
                autoComplete="current-password"
                errors={errors}
              />
              <button type="submit" name="do" value="codes-off" className="button button-secondary">
                {t.turnOff}
              </button>
            </form>
          ) : (
            <p>
              <a className="button button-secondary" href={to.codes()}>
                {t.turnOn}
              </a>
            </p>
          )}
        </section>
        <section>
          <h2>{t.changePassword}</h2>
          <form method="post" noValidate>
            <input type="text" hidden readOnly autoComplete="username" value={email} />
            <Field
              label={t.currentPassword}
              name="currentPassword"
              type="password"
              autoComplete="current-password"
              errors={errors}
            />
            <Field
              label={t.newPassword}
              name="password"
              type="password"
              hint={t.passwordHint}
              autoComplete="new-password"
              errors={errors}
            />
            <button type="submit" name="do" value="password" className="button button-primary">
              {t.changePassword}
            </button>
          </form>
        </section>
      </div>
    </Page>
  );
}
