import type { Migration } from "kysely/migration";
import * as archive from "./2026-11-22-0001-archive.ts";
import * as search from "./2026-11-22-0002-search.ts";
import * as look from "./2026-11-23-0003-look.ts";
import * as identity from "./2026-11-23-0005-identity.ts";
import * as findings from "./2026-11-23-0006-findings.ts";
import * as meetingPlan from "./2026-11-23-0007-meeting-plan.ts";
import * as papers from "./2026-11-23-0008-papers.ts";
import * as agendas from "./2026-11-23-0009-agendas.ts";
import * as reading from "./2026-11-23-0010-reading.ts";
import * as importReview from "./2026-11-23-0011-import-review.ts";
import * as attempts from "./2026-11-23-0012-attempts.ts";
import * as movedMeetings from "./2026-11-23-0013-moved-meetings.ts";
import * as mailLanguages from "./2026-11-23-0014-mail-languages.ts";
import * as plainRevisions from "./2026-11-24-0015-plain-revisions.ts";

/** Every migration by name; Kysely runs them in the order of their names. Only forward. */
export const migrations: Record<string, Migration> = {
  "2026-11-22-0001-archive": archive,
  "2026-11-22-0002-search": search,
  "2026-11-23-0003-look": look,
  "2026-11-23-0005-identity": identity,
  "2026-11-23-0006-findings": findings,
  "2026-11-23-0007-meeting-plan": meetingPlan,
  "2026-11-23-0008-papers": papers,
  "2026-11-23-0009-agendas": agendas,
  "2026-11-23-0010-reading": reading,
  "2026-11-23-0011-import-review": importReview,
  "2026-11-23-0012-attempts": attempts,
  "2026-11-23-0013-moved-meetings": movedMeetings,
  "2026-11-23-0014-mail-languages": mailLanguages,
  "2026-11-24-0015-plain-revisions": plainRevisions,
};
