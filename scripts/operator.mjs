import { prepare } from "./lib/install.mjs";

await prepare();
const { operate } = await import("./operator.ts");
await operate();
