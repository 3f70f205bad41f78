import { useRef, useState } from "react";
import { redirect } from "react-router";
import { askAuth } from "#identity/auth-request.ts";
import { CLEAR_DEVICE } from "#reading/device.ts";
import { readerKey } from "#reading/offline-headers.ts";
import { FORGET_WAITING, readWaiting } from "#reading/waiting.ts";
import { actorOf, appOf } from "#web/context.ts";
import { flush, listWaiting } from "../../reading/offline/outbox.ts";
import { Page } from "../../web/components/Page.tsx";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/sign-out";
import { signOutMessages } from "./messages-sign-out.ts";

export const handle = { hydrate: true };

export async function action({ context, request }: Route.ActionArgs) {
  const to = links[languageOf(new URL(request.url).pathname)];
  // Whoever asks without a form means it, too.
  const form = await request.formData().catch(() => new FormData());
  // Notes that wait on the device would go with it: whoever wrote them is asked first.
  if (actorOf(context) && readWaiting(request.headers.get("Cookie")) > 0 && form.get("sure") !== "yes")
    throw redirect(to.signOut(), 303);
  const answer = await askAuth(await appOf(context).auth(), request, "/sign-out", {});
  const headers = new Headers(answer.ok ? answer.headers : {});
  // Papers that were kept for reading offline go with the session, and stay with one that could not be ended.
  if (answer.ok || !actorOf(context)) {
    headers.set("Clear-Site-Data", CLEAR_DEVICE);
    headers.append("Set-Cookie", FORGET_WAITING);
  }
  throw redirect(to.front(), { status: 303, headers });
}

/** Signing out changes something, so an address alone does not do it; there is a page only where something waits. */
export function loader({ context, request }: Route.LoaderArgs) {
  const actor = actorOf(context);
  const waiting = readWaiting(request.headers.get("Cookie"));
  if (!actor || waiting === 0) throw redirect(links[languageOf(new URL(request.url).pathname)].work(), 303);
  return { reader: readerKey(actor.userId), waiting };
}

export default function SignOut({ loaderData: { reader, waiting } }: Route.ComponentProps) {
  const { t, to } = useLanguage(signOutMessages);
  const [said, setSaid] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const send = async () => {
    setSaid(t.sending);
    const state = await flush(reader).catch(() => "offline" as const);
    const left = await listWaiting(reader).catch(() => []);
    if (left.length === 0) form.current?.requestSubmit();
    else setSaid(state === "idle" ? t.refused(left.length) : t.notSent);
  };
  return (
    <Page title={t.title} trail={[{ text: t.title }]} search={false}>
      <h1>{t.title}</h1>
      <p className="lead">{t.waiting(waiting)}</p>
      <p>{t.consequence}</p>
      <form method="post" action={to.signOut()} ref={form}>
        <input type="hidden" name="sure" value="yes" />
        <output className="sign-out__said">{said}</output>
        <p className="form-buttons">
          <button type="button" className="button button-primary" onClick={() => void send()}>
            {t.send}
          </button>
          <button type="submit" className="button button-secondary">
            {t.withoutSending}
          </button>
          <a href={to.work()}>{t.cancel}</a>
        </p>
      </form>
    </Page>
  );
}
