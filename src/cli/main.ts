import type { Command } from "./command.ts";

const COMMANDS: Record<string, () => Promise<Command>> = {
  parse: () => import("./commands/parse.ts"),
  check: () => import("./commands/check.ts"),
  search: () => import("./commands/search.ts"),
  import: () => import("./commands/import.ts"),
  gaps: () => import("./commands/gaps.ts"),
  export: () => import("./commands/export.ts"),
  restore: () => import("./commands/restore.ts"),
  findings: () => import("./commands/findings.ts"),
  audit: () => import("./commands/audit.ts"),
  "evaluate-checks": () => import("./commands/evaluate-checks.ts"),
};

// Whoever reads the output may have had enough (`| head`): that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const asked = name !== undefined;
    (asked ? process.stdout : process.stderr).write(await overview());
    return asked ? 0 : 2;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    process.stderr.write(`Kommandoen '${name}' findes ikke. Se 'sagsgang --help'.\n`);
    return 2;
  }
  const command = await load();
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(`${command.help.trim()}\n`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    // parseArgs throws for options it does not know; what it says is English.
    if (!isWrongCall(error)) {
      process.stderr.write(`Der skete en uventet fejl: ${error instanceof Error ? error.message : String(error)}\n`);
      if (process.env["LOG_LEVEL"] === "debug") throw error;
      return 1;
    }
    process.stderr.write(
      `Kommandoen er skrevet forkert (${error.message.split(".")[0]}). Se 'sagsgang ${name} --help'.\n`,
    );
    return 2;
  }
}

async function overview(): Promise<string> {
  const lines: string[] = [];
  for (const [name, load] of Object.entries(COMMANDS)) lines.push(`  ${name.padEnd(17)}${(await load()).summary}`);
  return `Sagsgang: udvalgenes sager, dagsordener og referater.

Brug: npm run sagsgang -- KOMMANDO [...]

${lines.join("\n")}

'sagsgang KOMMANDO --help' forklarer én kommando.
`;
}

function isWrongCall(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
