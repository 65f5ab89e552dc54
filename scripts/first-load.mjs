import { prepare } from "./lib/install.mjs";

await prepare();
const { firstLoad } = await import("../bench/first-load.ts");
await firstLoad();
