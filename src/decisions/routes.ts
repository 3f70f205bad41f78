import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const decisionRoutes = [route(":municipality/beslutninger", "routes/decisions.tsx")];
