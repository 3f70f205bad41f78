import { data, redirect } from "react-router";
import { findAccount } from "#identity/account-queries.ts";
import { askAuth } from "#identity/auth-request.ts";
import { chooseLanguage } from "#identity/choose-language.ts";
import { deviceName } from "#identity/device-name.ts";
import { passwordFault } from "#identity/passwords.ts";
import { sessionToken } from "#identity/session-cookie.ts";
import { endSessions, listSessions } from "#identity/session-operations.ts";
import { listOwnMunicipalities } from "#identity/user-queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import { Choice, ErrorSummary, Field, type FormErrors } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { shortDate } from "../../web/formats.ts";
import { languageChoices, languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/account";
import { AddPasskey } from "./AddPasskey.tsx";
import { SessionList } from "./SessionList.tsx";
import { accountMessages } from "./messages-account.ts";

export const handle = { hydrate: true };

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db, auth } = appOf(context);
  const [{ twoFactor, language, passkeys }, sessions] = await Promise.all([
    findAccount(db, actor.userId),
    sessionToken(await auth(), request.headers).then((token) => listSessions(db, actor.userId, token)),
  ]);
  return {
    name: actor.name,
    email: actor.email,
    changed: new URL(request.url).searchParams.has("skiftet"),
    ended: new URL(request.url).searchParams.has("afsluttet"),
    spoken: new URL(request.url).searchParams.has("sprog"),
    language,
    sessions: sessions.map(({ userAgent, ...session }) => ({ ...session, device: deviceName(userAgent) })),
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
  const { auth, db } = appOf(context);
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
    case "end-session": {
      const token = await sessionToken(await auth(), request.headers);
      const id = form.get("id");
      if (token) await endSessions(db, actor, typeof id === "string" ? { id } : { allBut: token });
      throw redirect(`${to.account()}?afsluttet`, 303);
    }
    case "language": {
      const chosen = form.get("language");
      if (chosen !== "da" && chosen !== "en") return refuse({ language: t.languageWrong });
      await chooseLanguage(db, actor, chosen);
      throw redirect(`${links[chosen].account()}?sprog`, 303);
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
      const fault = passwordFault(newPassword, {
        ...actor,
        words: await listOwnMunicipalities(db, actor.userId),
      });
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
  const { name, email, changed, ended, spoken, sessions, twoFactor, passkeys } = loaderData;
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
        {ended && <output className="notice">{t.sessionEnded}</output>}
        {spoken && <output className="notice">{t.languageChosen}</output>}
        <ErrorSummary errors={errors} />
        <section>
          <h2>{t.language}</h2>
          <form method="post" noValidate>
            <Choice
              label={t.languageLabel}
              name="language"
              hint={t.languageHint}
              value={loaderData.language ?? "da"}
              choices={languageChoices}
              errors={errors}
            />
            <button type="submit" name="do" value="language" className="button button-secondary">
              {t.languageSave}
            </button>
          </form>
        </section>
        <SessionList sessions={sessions} />
        <section>
          <h2>{t.passkeys}</h2>
          <p>{t.passkeysLead}</p>
          {passkeys.length === 0 ? (
            <p>{t.noPasskeys}</p>
          ) : (
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
          )}
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
