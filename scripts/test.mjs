import { prepare } from "./lib/install.mjs";

await prepare();
const { testAll } = await import("./test-all.ts");
await testAll(process.argv.slice(2));
