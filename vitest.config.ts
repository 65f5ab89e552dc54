import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  resolve: { alias: { "@": path("./src"), "server-only": path("./tests/support/server-only.ts") } },
  test: {
    include: ["{src,scripts,tests,bench}/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/fresh-file.ts"],
    pool: "forks",
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: {
      // For tests alone; a run makes its passwords itself.
      AUTH_SECRET: "a-secret-that-signs-nothing-but-tests",
      JWT_SECRET: "a-secret-that-signs-access-tokens-of-tests",
      STORAGE_SECRET: "a-secret-that-signs-files-of-tests-alone",
      STORAGE_DIR: path(`./.test/storage-${process.pid}`),
      LOG_LEVEL: "silent",
      WORKER_ENABLED: "false",
    },
  },
});
