import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const archiveRoutes = [
  route(":municipality/originaler/:sha256", "routes/original.ts"),
  route(":municipality/logo", "routes/logo.ts"),
];
