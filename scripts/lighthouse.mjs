import { prepare } from "./lib/install.mjs";

await prepare();
const { lighthouseAll } = await import("../bench/lighthouse.ts");
await lighthouseAll();
