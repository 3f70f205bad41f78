import { appOf } from "#web/context.ts";
import type { Route } from "./+types/front";

export async function loader({ context }: Route.LoaderArgs) {
  const { db } = appOf(context);
  return { municipalities: await db.selectFrom("municipality").select(["slug", "name"]).execute() };
}

export default function Front({ loaderData }: Route.ComponentProps) {
  return <main>{loaderData.municipalities.map((m) => m.name)}</main>;
}
