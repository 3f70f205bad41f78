import { type RawBuilder, sql } from "kysely";
import { today } from "./today.ts";

/**
 * In a statement: whether a row of `role_grant`, named by its alias, holds on a day (today in Denmark unless another is
 * given): it was not taken back, and the day lies in its period.
 */
export const holdsRole = (grant: string, day: RawBuilder<string> | string = today): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${grant}.${name}`);
  return sql<boolean>`(${column("ended_at")} is null and ${column("from_on")} <= ${day}::date
    and (${column("until_on")} is null or ${column("until_on")} >= ${day}::date))`;
};
