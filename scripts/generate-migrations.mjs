import { prepare } from "./lib/install.mjs";

await prepare();
const { generateMigrations } = await import("./lib/migrations.ts");
generateMigrations(process.argv.slice(2));
