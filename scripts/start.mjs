import { prepare } from "./lib/install.mjs";

await prepare();
const { serve } = await import("./serve.ts");
await serve({ dev: process.argv.includes("--dev") });
