import { prepare } from "./lib/install.mjs";

await prepare();
const { run } = await import("./cli/index.ts");
await run(process.argv);
