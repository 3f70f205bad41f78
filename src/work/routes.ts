import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const workRoutes = [route("arbejde", "routes/work.tsx")];
