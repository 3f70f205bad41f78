import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{src,bench,scripts,tests}/**/*.test.ts"],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
        },
      },
      {
        test: {
          name: "db",
          include: ["{src,bench,tests}/**/*.db.test.ts"],
          globalSetup: ["tests/support/database.ts"],
          testTimeout: 60_000,
          // Real servers that are started and killed; what passed only when it was tried again is named in the report.
          retry: 1,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
