import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const committeeRoutes = [route(":municipality/udvalg/:committee", "routes/committee.tsx")];
