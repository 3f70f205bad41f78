import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const page = `#set page("a4", margin: 2.5cm, footer: context [#h(1fr) #counter(page).display()])
#set text(lang: "da", size: 10pt)
#set smartquote(enabled: false)
`;

const escaped = (text: string): string => text.replaceAll(/[\\#$*_`<>@~=\-+/.[\]]/g, "\\$&");

function table(lines: string[]): string {
  const rows = lines.map((line) => line.split("\t"));
  const columns = Math.max(...rows.map((row) => row.length));
  const [head = [], ...body] = rows.map((row) =>
    Array.from({ length: columns }, (_, index) => `[${escaped(row[index] ?? "")}]`),
  );
  return `#table(columns: ${columns}, table.header(${head.join(", ")}), ${body.flat().join(", ")})`;
}

function block(text: string): string {
  const lines = text.split("\n");
  const heading = /^(#+) (.*)$/.exec(text);
  if (heading !== null)
    return `${"=".repeat(heading[1]?.length ?? 1)} ${escaped((heading[2] ?? "").replaceAll("**", ""))}`;
  if (text === "---") return "";
  if (lines.every((line) => line.includes("\t"))) return table(lines);
  if (lines.every((line) => line.startsWith("- ")))
    return lines.map((line) => `- ${escaped(line.slice(2))}`).join("\n");
  return lines.map((line) => escaped(line.replaceAll("**", "").trimEnd())).join(" \\\n");
}

/** A PDF of minutes in Markdown with tabs between cells, laid out on A4 as a municipality would. */
export function pdfOf(markdown: string, { tagged = true }: { tagged?: boolean } = {}): Buffer {
  const mainFileContent = page + markdown.split(/\n\n+/).map(block).join("\n\n");
  return NodeCompiler.create().pdf({ mainFileContent }, { pdfTags: tagged });
}
