import { data, redirect } from "react-router";
import { renderSVG } from "uqr";
import { askAuth } from "#identity/auth-request.ts";
import { appOf, signedIn } from "#web/context.ts";
import { ErrorSummary, Field } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/codes";
import { accountMessages } from "./messages-account.ts";

export function loader({ context, request }: Route.LoaderArgs) {
  signedIn(context, request);
  return null;
}

/** What the app must know. It stands on the page until the first code from the app has confirmed it. */
type Setup = { picture: string; key: string; backupCodes: string[] };

export async function action({ context, request }: Route.ActionArgs) {
  signedIn(context, request);
  const { auth } = appOf(context);
  const language = languageOf(new URL(request.url).pathname);
  const t = accountMessages[language];
  const form = await request.formData();
  const code = form.get("code");
  if (code === null) {
    const answer = await askAuth(await auth(), request, "/two-factor/enable", {
      password: String(form.get("password") ?? ""),
    });
    if (!answer.ok) {
      const errors = answer.status === 429 ? { form: t.tooMany } : { password: t.passwordWrong };
      return data({ setup: null, errors }, { status: 400 });
    }
    return data({
      setup: setupOf(String(answer.data["totpURI"]), answer.data["backupCodes"] as string[]),
      errors: undefined,
    });
  }
  const answer = await askAuth(await auth(), request, "/two-factor/verify-totp", {
    code: String(code).replace(/\s/g, ""),
  });
  if (answer.ok) throw redirect(links[language].account(), { status: 303, headers: answer.headers });
  const uri = String(form.get("uri") ?? "");
  // What the page itself put there; anything else begins anew.
  const ours = uri.startsWith("otpauth://totp/") && uri.length < 500;
  const setup = ours ? setupOf(uri, String(form.get("backup") ?? "").split(" ")) : null;
  return data({ setup, errors: { code: answer.status === 429 ? t.tooMany : t.codeWrong } }, { status: 400 });
}

function setupOf(uri: string, backupCodes: string[]): Setup & { uri: string } {
  const key = URL.canParse(uri) ? (new URL(uri).searchParams.get("secret") ?? "") : "";
  const svg = renderSVG(uri, { border: 2 });
  return { uri, picture: `data:image/svg+xml,${encodeURIComponent(svg)}`, key, backupCodes };
}

export default function Codes({ actionData }: Route.ComponentProps) {
  const { t } = useLanguage(accountMessages);
  const setup = actionData?.setup;
  return (
    <Page title={t.codesTitle} search={false}>
      <div className="narrow">
        <h1>{t.codesTitle}</h1>
        <ErrorSummary errors={actionData?.errors} />
        {setup ? (
          <form method="post" noValidate>
            <p>{t.codesScan}</p>
            <img className="qr" src={setup.picture} alt="" width="220" height="220" />
            <p>
              {t.codesKey}: <code>{setup.key.replace(/(.{4})(?=.)/g, "$1 ")}</code>
            </p>
            <h2>{t.codesBackup}</h2>
            <p>{t.codesBackupLead}</p>
            <ul className="backup-codes">
              {setup.backupCodes.map((backup) => (
                <li key={backup}>
                  <code>{backup}</code>
                </li>
              ))}
            </ul>
            <input type="hidden" name="uri" value={setup.uri} />
            <input type="hidden" name="backup" value={setup.backupCodes.join(" ")} />
            <Field
              label={t.codesConfirm}
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              errors={actionData?.errors}
            />
            <button type="submit" className="button button-primary">
              {t.turnOn}
            </button>
          </form>
        ) : (
          <form method="post" noValidate>
            <p>{t.codesAsk}</p>
            <Field
              label={t.currentPassword}
              name="password"
              type="password"
              autoComplete="current-password"
              errors={actionData?.errors}
            />
            <button type="submit" className="button button-primary">
              {t.turnOn}
            </button>
          </form>
        )}
      </div>
    </Page>
  );
}
