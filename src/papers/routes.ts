import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

const papers = ":municipality/arbejde/sager";

export const paperRoutes = [
  route(papers, "routes/papers.tsx"),
  route(`${papers}/ny`, "routes/new-paper.tsx"),
  route(`${papers}/:paper`, "routes/paper.tsx"),
  route(`${papers}/:paper/hoved`, "routes/head.tsx"),
  route(`${papers}/:paper/indstilling`, "routes/recommendations.tsx"),
  route(`${papers}/:paper/vej`, "routes/path.tsx"),
  route(`${papers}/:paper/bilag`, "routes/attachments.tsx"),
  route(`${papers}/:paper/bilag/send`, "routes/upload.ts"),
  route(`${papers}/:paper/bilag/:attachment`, "routes/attachment-file.ts"),
  route(`${papers}/:paper/versioner`, "routes/versions.tsx"),
  route(":municipality/arbejde/skabeloner", "routes/templates.tsx"),
];
