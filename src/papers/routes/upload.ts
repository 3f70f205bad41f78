import { mayEdit } from "#papers/policy.ts";
import { actorNow } from "#web/context.ts";
import type { Route } from "./+types/upload";
import { enterPaper } from "./enter.ts";
import { attachmentMessages } from "./messages-attachments.ts";
import { receiveFiles } from "./receive-files.ts";

/** Takes one file from a page that shows its progress: 204 when it is added, else 400 and why not in `X-Refused`. */
export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality, paper, language } = await enterPaper(args);
  const t = attachmentMessages[language];
  if (!mayEdit(actor, paper.facts)) return refuse(t.why.forbidden, 403);
  const place = { municipalityId: municipality.id, id: paper.id };
  const { files, stopped } = await receiveFiles(db, () => actorNow(args.context), place, args.request);
  if (stopped) return refuse(stopped === "large" ? t.why.large : t.stopped[stopped], 400);
  const fault = files.find(({ result }) => !result.ok)?.result;
  if (fault && !fault.ok) return refuse(t.why[fault.reason], 400);
  return files.length > 0 ? new Response(null, { status: 204 }) : refuse(t.noFile, 400);
}

const refuse = (why: string, status: number) =>
  new Response(null, { status, headers: { "X-Refused": encodeURIComponent(why) } });
