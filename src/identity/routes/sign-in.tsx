import { data, redirect } from "react-router";
import { EXAMPLE_PASSWORD, listExampleUsers } from "#identity/example-users.ts";
import { signInWithPassword } from "#identity/password-sign-in.ts";
import { findLanguage } from "#identity/user-queries.ts";
import { actorOf, appOf } from "#web/context.ts";
import { ErrorSummary, Field, type FormErrors } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/sign-in";
import { signInMessages } from "./messages-sign-in.ts";
import { nextPage } from "./next-page.ts";
import { PasskeyButton } from "./PasskeyButton.tsx";

export const handle = { hydrate: true };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db, signOn } = appOf(context);
  const { searchParams, pathname } = new URL(request.url);
  const [asked, language] = [searchParams.get("naeste"), languageOf(pathname)];
  const actor = actorOf(context);
  if (actor) {
    const own = (await findLanguage(db, actor.userId)) ?? language;
    throw redirect(nextPage(asked, links[own].work()), 303);
  }
  return {
    // Back here, from where everybody is sent on in their own language.
    next: nextPage(asked, links[language].signIn()),
    chosen: searchParams.has("valgt"),
    refused: searchParams.get("error"),
    signOn: signOn.map(({ id, label }) => ({ id, label })),
    examples: await listExampleUsers(db),
    password: EXAMPLE_PASSWORD,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { auth, db } = appOf(context);
  const { searchParams, pathname } = new URL(request.url);
  const language = languageOf(pathname);
  const [t, to] = [signInMessages[language], links[language]];
  const form = await request.formData();
  const email = String(form.get("email") ?? "").trim();
  const password = String(form.get("password") ?? "");
  const errors: FormErrors = {
    ...(email === "" && { email: t.missing(t.email) }),
    ...(password === "" && { password: t.missing(t.password) }),
  };
  if (Object.keys(errors).length > 0) return data({ errors, email }, { status: 400 });
  const answer = await signInWithPassword(await auth(), db, request, { email, password });
  if (!answer.ok) {
    const form = answer.status === 429 ? t.tooMany : answer.status === 401 ? t.wrong : t.failed;
    return data({ errors: { form }, email }, { status: answer.status === 429 ? 429 : 400 });
  }
  const next = nextPage(searchParams.get("naeste"), to.signIn());
  throw redirect(answer.data["twoFactorRedirect"] === true ? to.oneTimeCode(next) : next, {
    status: 303,
    headers: answer.headers,
  });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { next, chosen, refused, signOn, examples, password } = loaderData;
  const { t, to } = useLanguage(signInMessages);
  const refusal = { form: refused === "not-invited" ? t.notInvited : t.signOnFailed };
  return (
    <Page title={t.signIn} search={false}>
      <div className="narrow">
        <h1>{t.signIn}</h1>
        <p>{t.signInLead}</p>
        {chosen && <p className="notice">{t.chosen}</p>}
        <ErrorSummary errors={refused && !actionData ? refusal : actionData?.errors} />
        <form method="post" noValidate>
          <Field
            label={t.email}
            name="email"
            type="email"
            autoComplete="username"
            value={actionData?.email}
            errors={actionData?.errors}
          />
          <Field
            label={t.password}
            name="password"
            type="password"
            autoComplete="current-password"
            errors={actionData?.errors}
          />
          <div className="form-buttons">
            <button type="submit" className="button button-primary">
              {t.signIn}
            </button>
            <a href={to.forgotten()}>{t.forgotten}</a>
          </div>
        </form>
        <PasskeyButton next={next} />
        {signOn.map(({ id, label }) => (
          <p key={id}>
            <a className="button button-secondary" href={to.signOn(id, next)}>
              {t.withSignOn(label)}
            </a>
          </p>
        ))}
        {examples.length > 0 && (
          <section>
            <h2>{t.examples}</h2>
            <p>
              {t.examplesLead("")}
              <code>{password}</code>
            </p>
            <ul className="example-users">
              {examples.map(({ name, email, role }) => (
                <li key={email}>
                  <form method="post">
                    <input type="hidden" name="email" value={email} />
                    <input type="hidden" name="password" value={password} />
                    <button type="submit" className="button button-tertiary">
                      {t.roles[role]}
                      <span className="row-facts">{name}</span>
                    </button>
                  </form>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  );
}
