import { accessSync, constants } from "node:fs";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
];

type Browser = { executablePath: string; args: string[] };

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, else one that is installed, else the one that the npm package
 * `@sparticuz/chromium` carries (unpacked into the temp folder). Throws one line saying how to get one.
 */
export async function findBrowser(): Promise<Browser> {
  const path = [process.env["CHROMIUM_PATH"] ?? "", ...installed].find(isExecutable);
  if (path) return { executablePath: path, args: ["--no-sandbox"] };
  // Its own copies of the libraries that a bare machine lacks are only unpacked where these say it is one.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs24.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  try {
    return {
      executablePath: await chromium.executablePath(),
      args: ["--no-sandbox", "--headless=shell", "--disable-gpu"],
    };
  } catch (error) {
    throw new Error("No Chromium: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.", {
      cause: error,
    });
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== "";
  } catch {
    return false;
  }
}
