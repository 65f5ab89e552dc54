import { prepare } from "./lib/install.mjs";

await prepare();
const { bench } = await import("../bench/run.ts");
await bench(process.argv.slice(2));
