import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MINUTES } from "./support/minutes-text.ts";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "sagsgang-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

function sagsgang(args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/cli/main.ts", ...args], {
    cwd: root,
    encoding: "utf8",
    input,
  });
  return { status, stderr, stdout, lines: stdout.split("\n").filter((line) => line !== "") };
}

describe("the command line", () => {
  test("--help lists the commands and COMMAND --help explains one", () => {
    const all = sagsgang(["--help"]);
    expect(all).toMatchObject({ status: 0, stderr: "" });
    expect(all.stdout).toMatch(/^ {2}parse +læs referater/m);
    expect(sagsgang(["parse", "--help"]).stdout).toMatch(/^Brug: sagsgang parse/);
  });

  test.each([
    ["an unknown command", ["hent"], /^Kommandoen 'hent' findes ikke\. Se 'sagsgang --help'\.\n$/],
    ["a name every object has", ["constructor"], /^Kommandoen 'constructor' findes ikke/],
    [
      "an unknown option",
      ["parse", "--alt", "x"],
      /^Kommandoen er skrevet forkert \(.*--alt.*\)\. Se 'sagsgang parse --help'\.\n$/,
    ],
    ["no file", ["parse"], /^Skriv mindst én fil eller mappe\..*\n$/],
  ])("%s is one line and exit code 2", (_, args, message) => {
    const call = sagsgang(args);
    expect(call).toMatchObject({ status: 2, stdout: "" });
    expect(call.stderr).toMatch(message);
  });
});

describe("parse", () => {
  beforeAll(() => {
    mkdirSync(join(folder, "år", "2025"), { recursive: true });
    writeFileSync(join(folder, "år", "2025", "referat.md"), MINUTES);
    writeFileSync(join(folder, "år", "latin.txt"), Buffer.from(MINUTES.replaceAll("é", "e"), "latin1"));
    writeFileSync(join(folder, "år", ".skjult"), "");
    writeFileSync(join(folder, "tom.pdf"), "");
    writeFileSync(join(folder, "brev.txt"), "Kære Anna. Tak for sidst. Kan vi mødes på torsdag?");
    writeFileSync(join(folder, "stor.pdf"), "");
    truncateSync(join(folder, "stor.pdf"), 200_000_000);
  });

  test("prints one document a line, as the contract says", () => {
    const call = sagsgang(["parse", join(folder, "år")]);
    expect(call).toMatchObject({ status: 0, stderr: "" });
    const documents = call.lines.map((line) => JSON.parse(line));
    expect(documents.map(({ source, items }) => [source.file.slice(folder.length), items.length])).toEqual([
      ["/år/2025/referat.md", 3],
      ["/år/latin.txt", 3],
    ]);
    expect(documents[1].participants.map(({ name }: { name: string }) => name)).toContain("Bo Kjær");
    const validate = contract();
    for (const document of documents) expect(validate?.(document) ?? true, JSON.stringify(validate?.errors)).toBe(true);
  });

  test("bad files are one line each, the good one is printed, and the exit code says so", () => {
    const bad = ["tom.pdf", "stor.pdf", "brev.txt", "mangler.txt"].map((name) => join(folder, name));
    const call = sagsgang(["parse", ...bad, join(folder, "år", "2025", "referat.md")]);
    expect(call.status).toBe(1);
    expect(call.lines).toHaveLength(1);
    const said = call.stderr.trim().split("\n");
    expect(said.map((line) => line.slice(0, line.indexOf(": ")))).toEqual(bad);
    expect(said.map((line) => line.slice(line.indexOf(": ") + 2).split(".")[0])).toEqual([
      "Filen er tom",
      "Filen er over 50 MB og bliver ikke læst",
      "Filen er hverken et referat eller en dagsorden",
      "Filen findes ikke",
    ]);
  });

  test("reads standard input", () => {
    const [line] = sagsgang(["parse", "-"], MINUTES).lines;
    expect(JSON.parse(line!)).toMatchObject({
      source: { file: "standard input", format: "markdown" },
      committee: "Klima- og Energiudvalget",
      date: "2025-05-13",
    });
  });

  test("stops without a word when nobody reads on", () => {
    const many = Array.from({ length: 30 }, () => `"${join(folder, "år")}"`).join(" ");
    const call = spawnSync("bash", ["-c", `"${process.execPath}" src/cli/main.ts parse ${many} | head -c 20`], {
      cwd: root,
      encoding: "utf8",
    });
    expect(call).toMatchObject({ status: 0, stderr: "" });
    expect(call.stdout).toHaveLength(20);
  });
});

/** The public contract stands beside the repository; where it is not there, its half of the test says so. */
function contract(): ValidateFunction | null {
  const file = join(root, "../shared/contracts/minutes.schema.json");
  try {
    return new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    console.log("../shared/contracts/minutes.schema.json is not here: the contract is not checked.");
    return null;
  }
}
