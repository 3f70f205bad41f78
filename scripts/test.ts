import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

type Count = { passed: number; failed: number };
/** A file of vitest's report; `message` says why it could not be loaded. A test that passed at last keeps its failures. */
type TestedFile = {
  name: string;
  status: string;
  message: string;
  assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
};

const reports = mkdtempSync(join(tmpdir(), "sagsgang-test-"));
/** What is said again at the end, where it is found at once: tests that failed, also those that passed when they were tried again. */
const told: string[] = [];

/** Everything that must hold before a change lands, cheapest first. A later step runs also when an earlier one failed. */
const steps: { name: string; run: () => Count }[] = [
  { name: "format", run: () => check("oxfmt", ["--check"]) },
  { name: "lint", run: () => check("oxlint", ["--deny-warnings"]) },
  { name: "page types", run: () => check("react-router", ["typegen"]) },
  { name: "types", run: () => check("tsc", ["--noEmit"]) },
  { name: "unused code", run: () => check("knip", []) },
  { name: "unit and database tests", run: vitest },
  { name: "build", run: () => check("react-router", ["build"]) },
  { name: "browser tests", run: playwright },
];

const total: Count = { passed: 0, failed: 0 };
for (const { name, run } of steps) {
  console.log(`\n# ${name}`);
  const count = run();
  if (count.failed > 0) told.push(`${name}: ${count.failed} failed`);
  total.passed += count.passed;
  total.failed += count.failed;
}
if (told.length > 0) console.log(`\n# what did not go well\n${told.join("\n")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function run(command: string, args: string[], env: Record<string, string> = {}): number {
  const result = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  if (result.error) console.log(result.error.message);
  return result.status ?? 1;
}

function check(command: string, args: string[]): Count {
  return run(command, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest(): Count {
  const file = join(reports, "vitest.json");
  const status = run("vitest", ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`]);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  for (const { name, assertionResults, status, message } of report.testResults as TestedFile[]) {
    if (status === "failed" && message) told.push(`${relative(".", name)}: ${firstLine(message)}`);
    for (const { fullName, status: ended, failureMessages } of assertionResults)
      if (failureMessages[0] !== undefined)
        told.push(`${relative(".", name)}: ${fullName}: ${ended}: ${firstLine(failureMessages[0])}`);
  }
  // A file that cannot even be loaded counts no failed test of its own.
  const failed = Math.max(report.numFailedTests, status === 0 ? 0 : 1);
  return { passed: report.numPassedTests, failed };
}

function playwright(): Count {
  const file = join(reports, "playwright.json");
  const status = run("playwright", ["test", "--reporter=dot,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(file, "utf8")).stats;
  // One that passed when it was tried again: the report above names it.
  return { passed: expected + flaky, failed: Math.max(unexpected, status === 0 ? 0 : 1) };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
