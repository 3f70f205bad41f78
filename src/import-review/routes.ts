import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const importReviewRoutes = [
  route(":municipality/arbejde/indlaes", "routes/uploads.tsx"),
  route(":municipality/arbejde/indlaes/filer", "routes/receive.ts"),
  route(":municipality/arbejde/indlaes/:batch", "routes/batch.tsx"),
  route(":municipality/arbejde/indlaes/:batch/:file", "routes/review.tsx"),
  route(":municipality/arbejde/indlaes/:batch/:file/original", "routes/given-file.ts"),
];
