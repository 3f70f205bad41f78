import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const searchRoutes = [
  route("soeg", "routes/search.tsx", { id: "search-everywhere" }),
  route(":municipality/soeg", "routes/search.tsx"),
];
