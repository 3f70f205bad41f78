import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const followUpRoutes = [route(":municipality/loefter", "routes/commitments.tsx")];
