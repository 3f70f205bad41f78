import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const identityRoutes = [
  route("log-ind", "routes/sign-in.tsx"),
  route("log-ind/kode", "routes/one-time-code.tsx"),
  route("log-ind/kommune/:provider", "routes/sign-on.ts"),
  route("log-ud", "routes/sign-out.tsx"),
  route("adgangskode/:token", "routes/choose-password.tsx"),
  route("glemt-adgangskode", "routes/forgotten.tsx"),
  route("konto", "routes/account.tsx"),
  route("konto/koder", "routes/codes.tsx"),
  route(":municipality/adgang", "routes/access.tsx"),
  route(":municipality/adgang/protokol", "routes/audit.tsx"),
];
