import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { carriedBy } from "./client-graph";

/** What a first load has no use for: it comes by `import()` when somebody needs it, or stays on the server. */
const TOO_HEAVY = new Set([
  "@hookform/resolvers",
  "culori",
  "next-auth",
  "papaparse",
  "react-aria-components",
  "zod",
]);
const ROUTES = /^(default|error|global-error|layout|loading|not-found|page|template)\.tsx$/;

it("no page's first load carries what is too heavy for one", () => {
  const roots = readdirSync("src/app", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ROUTES.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const found = carriedBy(roots);
  // The walk reached the components at all.
  expect(found.map(({ name }) => name)).toContain("@tanstack/react-query");
  const heavy = found.filter(({ name }) => TOO_HEAVY.has(name));
  expect(heavy.map(({ name, chain }) => [...chain, name].join(" → "))).toEqual([]);
});

describe("the walk over what a page carries", () => {
  const carried = (files: Record<string, string>) => carriedBy(["src/app/page.tsx"], (file) => files[file]);

  const page = 'import { Form } from "@/components/form";\nimport "server-package";';

  it("tells the imports by which a package comes", () => {
    expect(
      carried({
        "src/app/page.tsx": page,
        "src/components/form.tsx": '"use client";\nimport { schema } from "../domain/user";',
        "src/domain/user.ts": 'import { z } from "zod/mini";',
      }),
    ).toEqual([{ name: "zod", chain: ["src/components/form.tsx", "src/domain/user.ts"] }]);
  });

  it("leaves out the server's part, types, and what comes later", () => {
    expect(
      carried({
        "src/app/page.tsx": page,
        "src/components/form.tsx": `"use client";
          import type { z } from "zod";
          import { type User } from "@/domain/user";
          export type { Kind } from "zod";
          const Body = lazy(() => import("./body"));`,
        "src/domain/user.ts": 'import { z } from "zod";',
        "src/components/body.tsx": 'import { z } from "zod";',
      }),
    ).toEqual([]);
  });
});
