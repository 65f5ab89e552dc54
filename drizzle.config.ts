import { defineConfig } from "drizzle-kit";

// Two migration sets: `core` is applied once, `tenant` once in every placement.
const set = process.env.DRIZZLE_SET === "tenant" ? "tenant" : "core";

export default defineConfig({
  dialect: "postgresql",
  schema: `./src/db/schema/${set}/*.ts`,
  out: `./drizzle/${set}`,
  breakpoints: true,
  entities: { roles: false },
});
