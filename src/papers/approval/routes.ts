import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const approvalRoutes = [
  route(":municipality/arbejde/sager/:paper/godkendelse", "routes/approval.tsx"),
  route(":municipality/arbejde/godkendelse", "routes/flows.tsx"),
  route(":municipality/arbejde/udvalg/:committee/godkendelse", "routes/flow.tsx"),
  route("konto/afloesere", "routes/deputies.tsx"),
];
