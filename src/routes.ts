import { index, type RouteConfig } from "@react-router/dev/routes";

export default [index("web/routes/front.tsx")] satisfies RouteConfig;
