import { committeeKey, municipalityName, slugOf } from "#archive/keys.ts";
import type { Database } from "#database/connect.ts";
import type { Known } from "#factcheck/model.ts";
import { listHeldMeetings } from "#meetings/held-queries.ts";

/**
 * What the archive knows of the municipalities some documents are from. An item is said to be missing only when each of
 * these municipalities has minutes of that body and day, and none of them has the item.
 */
export async function knownFromArchive(db: Database, municipalities: string[]): Promise<Known> {
  const all = await db.selectFrom("municipality").select(["id", "slug"]).execute();
  const slugs = new Set(municipalities.map((name) => slugOf(municipalityName(name))));
  // An archive of one municipality also knows of texts that do not say where they are from.
  const ids = all.filter(({ slug }) => slugs.has(slug) || all.length === 1).map(({ id }) => id);
  const held = Map.groupBy(await listHeldMeetings(db, ids), ({ committeeKey: key, date }) => `${key} ${date}`);
  return {
    hasItem(body, date, number) {
      const meetings = held.get(`${committeeKey(body)} ${date}`) ?? [];
      if (meetings.some(({ numbers }) => numbers.includes(Number.parseInt(number, 10)))) return true;
      const of = new Set(meetings.map(({ municipalityId }) => municipalityId));
      return of.size > 0 && of.size >= Math.max(slugs.size, ids.length) ? false : null;
    },
  };
}
