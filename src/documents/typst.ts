import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

let made: NodeCompiler | undefined;

/** Made when first asked for: loading it takes a tenth of a second. IBM Plex Sans comes with the design system. */
function compiler(): NodeCompiler {
  const fonts = join(dirname(createRequire(import.meta.url).resolve("dkfds")), "../fonts/IBMPlexSans/complete/ttf");
  // A workspace that is not there: no template can read a file of the machine.
  return (made ??= NodeCompiler.create({ workspace: "/sagsgang", fontArgs: [{ fontPaths: [fonts] }] }));
}

/**
 * A PDF after PDF/UA-1 of a Typst template. `data` reaches it as JSON in `sys.inputs.data` and so is never read as
 * markup. Throws when the template does not compile, or when a letter is in no font.
 */
export function typeset(template: string, data: unknown): Buffer {
  const typst = compiler();
  const compiled = typst.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  const document = compiled.result;
  if (!document) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  // What it remembers of one document makes the next one slower, and is never asked for again. Nobody waits for that.
  setImmediate(() => typst.evictCache(0));
  return typst.pdf(document, { pdfStandard: "ua-1" });
}
