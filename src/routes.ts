import { relative } from "node:path";
import { prefix, type RouteConfig, type RouteConfigEntry } from "@react-router/dev/routes";
import { agendaRoutes } from "./agendas/routes.ts";
import { archiveRoutes } from "./archive/routes.ts";
import { caseRoutes } from "./cases/routes.ts";
import { committeeRoutes } from "./committee/routes.ts";
import { decisionRoutes } from "./decisions/routes.ts";
import { findingRoutes } from "./findings/routes.ts";
import { followUpRoutes } from "./follow-up/routes.ts";
import { identityRoutes } from "./identity/routes.ts";
import { importReviewRoutes } from "./import-review/routes.ts";
import { meetingRoutes } from "./meetings/routes.ts";
import { approvalRoutes } from "./papers/approval/routes.ts";
import { paperRoutes } from "./papers/routes.ts";
import { editorRoutes } from "./papers/routes/editor/routes.ts";
import { peopleRoutes } from "./people/routes.ts";
import { readingRoutes } from "./reading/routes.ts";
import { searchRoutes } from "./search/routes.ts";
import { workRoutes } from "./work/routes.ts";

/** A route's name is made of where its file lies and stands on pages with scripts: not where the program was built. */
const withinFolder = (route: RouteConfigEntry): RouteConfigEntry => ({
  ...route,
  file: relative(import.meta.dirname, route.file),
});

/** Every page also stands in English under `/en`; its language is read from its address. */
export default prefix("en?", [
  ...meetingRoutes,
  ...committeeRoutes,
  ...caseRoutes,
  ...peopleRoutes,
  ...decisionRoutes,
  ...followUpRoutes,
  ...findingRoutes,
  ...searchRoutes,
  ...archiveRoutes,
  ...agendaRoutes,
  ...readingRoutes,
  ...identityRoutes,
  ...editorRoutes,
  ...importReviewRoutes,
  ...paperRoutes,
  ...approvalRoutes,
  ...workRoutes,
]).map(withinFolder) satisfies RouteConfig;
