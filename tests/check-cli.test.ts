import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MINUTES } from "./support/minutes-text.ts";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "sagsgang-check-"));
const wrong = MINUTES.replace("I alt\t149\t130", "I alt\t194\t130");
const table = "Udlån i Birkeby\n\n\t2023\t2024\nBøger\t4.120\t4.310\nFilm\t310\t295\nI alt\t4.430\t4.650\n";

beforeAll(() => {
  mkdirSync(join(folder, "sager", "2025"), { recursive: true });
  writeFileSync(join(folder, "sager", "2025", "forkert.md"), wrong);
  writeFileSync(join(folder, "sager", "rigtigt.md"), MINUTES);
  writeFileSync(join(folder, "udlån.txt"), table);
  writeFileSync(join(folder, "tom.txt"), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/cli/main.ts", "check", ...args], {
    cwd: root,
    encoding: "utf8",
    input,
  });
  const findings = stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  return { status, stdout, stderr, findings };
}

// Each call is a process of its own, and a busy machine starts it slowly.
describe("check", { timeout: 30_000 }, () => {
  test("prints what does not add up, as the contract says, and ends with 0", () => {
    const call = check([join(folder, "sager")]);
    expect(call).toMatchObject({ status: 0, stderr: "" });
    const total = call.findings.find((finding) => finding.check === "table-total");
    expect(total).toMatchObject({ verdict: "error", stated: "194", computed: "149", item: "23" });
    expect(total.file).toBe(join(folder, "sager", "2025", "forkert.md"));
    expect(wrong.split("\n")[total.line - 1]).toBe("I alt\t194\t130");
    const validate = contract();
    for (const finding of call.findings) expect(validate?.(finding) ?? true, JSON.stringify(finding)).toBe(true);
  });

  test("--all prints also what holds", () => {
    const file = join(folder, "sager", "rigtigt.md");
    expect(check([file]).findings).toEqual([]);
    const { findings } = check(["--all", file]);
    expect(findings.length).toBeGreaterThan(0);
    const validate = contract();
    for (const finding of findings) {
      expect(finding.verdict).toBe("ok");
      expect(validate?.(finding) ?? true, JSON.stringify(finding)).toBe(true);
    }
  });

  test("a text that is no minutes is checked too, from standard input as well", () => {
    expect(check([join(folder, "udlån.txt")]).findings).toMatchObject([
      { line: 6, item: null, check: "table-total", stated: "4.650", computed: "4.605" },
    ]);
    expect(check(["-"], table).findings).toMatchObject([{ file: "standard input", line: 6 }]);
  });

  test("files that cannot be read are one line each, and the others go through", () => {
    const bad = [join(folder, "tom.txt"), join(folder, "mangler.txt")];
    const call = check([...bad, join(folder, "udlån.txt")]);
    expect(call.status).toBe(1);
    expect(call.findings).toHaveLength(1);
    const said = call.stderr.trim().split("\n");
    expect(said.map((line) => line.slice(0, line.indexOf(": ")))).toEqual(bad);
  });

  test("a wrong call is exit code 2", () => {
    expect(check([])).toMatchObject({ status: 2, stdout: "" });
    expect(check(["--alt", "x"])).toMatchObject({ status: 2, stdout: "" });
  });

  test("stops without a word when nobody reads on", () => {
    const command = `"${process.execPath}" src/cli/main.ts check --all "${join(folder, "sager")}" | head -c 20`;
    const call = spawnSync("bash", ["-c", command], { cwd: root, encoding: "utf8" });
    expect(call).toMatchObject({ status: 0, stderr: "" });
    expect(call.stdout).toHaveLength(20);
  });
});

describe("evaluate-checks", { timeout: 30_000 }, () => {
  const evaluate = (args: string[]) =>
    spawnSync(process.execPath, ["src/cli/main.ts", "evaluate-checks", ...args], { cwd: root, encoding: "utf8" });

  test("prints recall and precision for each check, and what was missed", () => {
    const call = evaluate(["--documents", "5", "--seed", "3", "--show-misses"]);
    expect(call).toMatchObject({ status: 0, stderr: "" });
    expect(call.stdout).toMatch(/^kontrol +plantet +fundet +genkaldelse/);
    expect(call.stdout).toMatch(/^i alt +\d+ +\d+ /m);
    expect(call.stdout).toMatch(/^Fejl: genkaldelse [01],\d\d af \d+ plantede, præcision [01],\d\d/m);
    expect(call.stdout).toMatch(/^Overset \(\d+\)/m);
  });

  test("numbers that are none are a wrong call", () => {
    expect(evaluate(["--documents", "mange"])).toMatchObject({ status: 2, stdout: "" });
  });
});

/** The public contract stands beside the repository; where it is not there, its half of the test says so. */
function contract(): ValidateFunction | null {
  const file = join(root, "../shared/contracts/finding.schema.json");
  try {
    return new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    console.log("../shared/contracts/finding.schema.json is not here: the contract is not checked.");
    return null;
  }
}
