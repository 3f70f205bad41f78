import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";

const root = new URL("..", import.meta.url).pathname;

/**
 * Builds the pages when there is no build or a source is newer. Takes a few seconds, so it is not done at every start.
 * Returns the build's folder.
 */
export function ensureBuild(): string {
  const build = `${root}build`;
  const stamp = `${build}/server/index.js`;
  const sources = ["vite.config.ts", "react-router.config.ts", "package-lock.json"].map((name) => root + name);
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  if (newest([...sources, ...pageFiles(`${root}src`)]) > builtAt) {
    const result = spawnSync("react-router", ["build"], { cwd: root, encoding: "utf8" });
    if (result.status !== 0) throw new Error(`The pages could not be built:\n${result.stdout}${result.stderr}`);
  }
  return build;
}

function pageFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

function newest(files: string[]): number {
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}
