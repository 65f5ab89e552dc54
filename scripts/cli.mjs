import { prepare } from "./lib/install.mjs";

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});
await prepare();
const { run } = await import("./cli/index.ts");
await run(process.argv);
