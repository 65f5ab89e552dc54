// The alias of tsconfig.json, which dependency-cruiser cannot read with TypeScript 7.
const { join } = require("node:path");

module.exports = { resolve: { alias: { "@": join(process.cwd(), "src") } } };
