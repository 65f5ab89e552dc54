// `npm run imports`: dependency-cruiser over the present folder, by the rules of .dependency-cruiser.cjs.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const swc = createRequire(import.meta.url)("@swc/core");
const parse = swc.parseFileSync;

// It asks for TypeScript without JSX, and cannot tell types from values: a browser's client of the API
// knows the server's type, so type imports do not count there.
swc.parseFileSync = (file, options) => {
  const program = parse(file, { ...options, tsx: file.endsWith("x") });
  if (!/(^|\/)src\/trpc\//.test(file)) return program;
  return {
    ...program,
    body: program.body.filter((item) => !(item.type === "ImportDeclaration" && item.typeOnly)),
  };
};

const folders = ["src", "scripts", "tests", "e2e", "bench"].filter((name) => existsSync(name));
const config = fileURLToPath(new URL("../.dependency-cruiser.cjs", import.meta.url));
process.argv.splice(2, Number.POSITIVE_INFINITY, ...folders, "--config", config);
// The package does not export its command.
await import("../node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
