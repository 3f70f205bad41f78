import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const readingRoutes = [
  route(":municipality/laes", "routes/meetings.tsx"),
  route(":municipality/laes/noter", "routes/notes.tsx"),
  route(":municipality/laes/arbejder.js", "routes/worker.ts"),
  route(":municipality/laes/app.webmanifest", "routes/manifest.ts"),
  route(":municipality/laes/:meeting", "routes/agenda.tsx"),
  route(":municipality/laes/:meeting/punkt/:item", "routes/sentences.tsx"),
  route(":municipality/laes/:meeting/mit", "routes/own.ts"),
  route(":municipality/laes/:meeting/dagsorden.pdf", "routes/pdf.ts"),
  route(":municipality/laes/:meeting/bilag/:paper/:attachment", "routes/attachment.ts"),
];
