import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const findingRoutes = [
  route("om-efterregning", "routes/about.tsx"),
  route(":municipality/tal", "routes/municipality-findings.tsx"),
  route(":municipality/udvalg/:committee/tal", "routes/committee-findings.tsx"),
  route(":municipality/udvalg/:committee/:day/:item/tal", "routes/item-sums.tsx"),
];
