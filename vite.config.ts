import { reactRouter } from "@react-router/dev/vite";
import { defineConfig, type Plugin } from "vite";

/**
 * The server build holds the pages only. Everything they import as `#module/file.ts` is loaded by Node itself, so the
 * pages, the command line and the server share one copy of each module, and a stack trace names the real file.
 */
const leaveModulesToNode: Plugin = {
  name: "leave-modules-to-node",
  enforce: "pre",
  resolveId(id) {
    return this.environment.name === "ssr" && /^#.*\.ts$/.test(id) ? { id, external: true } : undefined;
  },
};

export default defineConfig({ plugins: [leaveModulesToNode, reactRouter()] });
