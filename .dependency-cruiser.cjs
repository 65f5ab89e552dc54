// The table of ARCHITECTURE.md, "Layout", as rules: who may import whom. Tests beside the code may reach for tests/.
const TESTS = "(\\.test|-fixture)\\.tsx?$";

/** Files under `from` may import of ours only what `allowed` names. */
function only(name, from, allowed, { not = [] } = {}) {
  return {
    name,
    severity: "error",
    from: { path: from, pathNot: [TESTS, ...not] },
    to: { path: "^(src|scripts|tests|e2e|bench)/", pathNot: allowed },
  };
}

const LIB = "^src/lib/";
const DOMAIN = "^src/domain/";
const DB = "^src/db/";
const I18N = "^src/i18n/";
const UI = "^src/components/ui/";
// A service is known by its index alone.
const SERVICE = "^src/server/services/[^/]+/index\\.ts$";
// Neighbours of a server file that are no rooms of their own.
const SERVER_FILES = "^src/server/[^/]+\\.tsx?$";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-missing", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-development-packages",
      comment: "What serves must run where only `dependencies` are.",
      severity: "error",
      from: { path: "^src/", pathNot: [TESTS] },
      to: { dependencyTypes: ["npm-dev"] },
    },
    only("app", "^src/app/", ["^src/app/", "^src/components/", "^src/trpc/", DOMAIN, LIB, I18N], {
      // The outbox is a page for developers, outside the product's API.
      not: ["^src/app/api/", "^src/app/dev/outbox/"],
    }),
    only("api", "^src/app/api/", [
      "^src/app/api/",
      "^src/components/",
      "^src/trpc/",
      "^src/server/",
      DOMAIN,
      LIB,
      I18N,
    ]),
    only("edge", "^src/(proxy|instrumentation)\\.ts$", ["^src/server/", LIB, I18N]),
    {
      name: "one-link",
      comment: "A link between pages is route-link's: it fetches nothing ahead.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/components/ui/(route-link|nav-item)\\.tsx$"] },
      to: { path: "node_modules/next/link" },
    },
    only("ui", UI, [UI, LIB, I18N]),
    only("components", "^src/components/", ["^src/components/", "^src/trpc/", DOMAIN, LIB, I18N], {
      not: [UI],
    }),
    {
      name: "components-trpc-client",
      comment: "A component reads through the client; the server's caller is for routes.",
      severity: "error",
      from: { path: "^src/components/", pathNot: [TESTS] },
      to: { path: "^src/trpc/server\\.tsx?$" },
    },
    only("trpc", "^src/trpc/", ["^src/trpc/", "^src/server/", DOMAIN, LIB, I18N]),
    {
      name: "trpc-client-types",
      comment: "What runs in a browser knows the server by its type alone.",
      severity: "error",
      from: { path: "^src/trpc/", pathNot: ["^src/trpc/server\\.tsx?$", TESTS] },
      to: { path: "^src/server/" },
    },
    only("domain", DOMAIN, [DOMAIN, LIB]),
    only("server", "^src/server/", ["^src/server/", DB, DOMAIN, LIB, I18N]),
    only("routers", "^src/server/routers/", [
      "^src/server/routers/",
      SERVICE,
      SERVER_FILES,
      "^src/server/auth/",
      DOMAIN,
      LIB,
    ]),
    only("services", "^src/server/services/", [
      "^src/server/services/",
      "^src/server/adapters/",
      "^src/server/auth/",
      "^src/server/tenancy/",
      "^src/server/(errors|logger|rate-limit)\\.ts$",
      DB,
      DOMAIN,
      LIB,
      I18N,
    ]),
    {
      name: "services-by-index",
      severity: "error",
      from: { path: "^src/server/services/([^/]+)/", pathNot: [TESTS] },
      to: { path: "^src/server/services/[^/]+/", pathNot: ["^src/server/services/$1/", SERVICE] },
    },
    only("jobs", "^src/server/jobs/", [
      "^src/server/jobs/",
      SERVICE,
      "^src/server/adapters/",
      "^src/server/logger\\.ts$",
      DB,
      DOMAIN,
      LIB,
      I18N,
    ]),
    only("operator", "^src/server/operator/", [
      "^src/server/operator/",
      "^src/server/jobs/(queue-logger|system-actor)\\.ts$",
      SERVICE,
      "^src/server/adapters/",
      DB,
      DOMAIN,
      LIB,
    ]),
    {
      name: "web-without-operator",
      comment: "What makes and drops schemas, and works past row security, is no part of the web process.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/server/operator/", DB, TESTS] },
      to: { path: "^src/(server/operator/|db/(migrate|drop-placement|erase-school|operator)\\.ts$)" },
    },
    only("adapters", "^src/server/adapters/", ["^src/server/adapters/", DB, DOMAIN, LIB, I18N]),
    only("db", DB, [DB, DOMAIN, LIB]),
    only("i18n", I18N, [I18N, DOMAIN, LIB]),
    only("lib", LIB, [LIB]),
    only("e2e", "^e2e/", ["^e2e/", "^tests/(fixtures|support)/", DOMAIN]),
    {
      name: "tests-stay-outside",
      severity: "error",
      from: {
        path: "^(src|scripts)/",
        pathNot: [TESTS, "^scripts/(test-all\\.ts|(bench|first-load|lighthouse)\\.mjs)$"],
      },
      to: { path: "^(tests|e2e|bench)/|(\\.test|-fixture)\\.tsx?$" },
    },
  ],
  options: {
    // The parser that reads TypeScript 7's sources (see scripts/imports.mjs); the default one sees nothing in them.
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next|\\.data|\\.test|tests/fixtures/violations)/" },
    webpackConfig: { fileName: require.resolve("./scripts/lib/import-aliases.cjs") },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".css"],
    },
  },
};
