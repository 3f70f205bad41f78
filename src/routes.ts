import { prefix, type RouteConfig } from "@react-router/dev/routes";
import { committeeRoutes } from "./committee/routes.ts";
import { meetingRoutes } from "./meetings/routes.ts";

/** Every page also stands in English under `/en`; its language is read from its address. */
export default prefix("en?", [...meetingRoutes, ...committeeRoutes]) satisfies RouteConfig;
