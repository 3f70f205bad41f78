import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const caseRoutes = [
  route(":municipality/sager", "routes/cases.tsx"),
  route(":municipality/sager/:case", "routes/case.tsx"),
];
