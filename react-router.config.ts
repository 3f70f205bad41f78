import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src",
  ssr: true,
  // A deploy in mid-form must not reload the page and lose typed text.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
