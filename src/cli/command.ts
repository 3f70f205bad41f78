/** One command of the command line, as its module in commands/ exports it. Texts are Danish. */
export type Command = {
  /** One line for the list of commands. */
  summary: string;
  /** What `--help` prints. */
  help: string;
  /** Does the work and gives the exit code: 0 done, 1 something failed, 2 wrongly called. */
  run: (args: string[]) => Promise<number>;
};
