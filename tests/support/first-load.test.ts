import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { scriptsOf, weigher } from "./first-load";

const HTML = `<link rel="stylesheet" href="/a.css"/><link rel="preload" as="script" href="/one.js"/>
  <link rel="preload" as="font" href="/a.woff2"/><link rel="modulepreload" href="/two.js"/>
  <script src="/one.js" async="" nonce="x"></script><script nonce="x">self.inline = "/three.js";</script>
  <script src="/old.js" noModule=""></script>`;

test("the scripts that a page names count once each, old browsers' not", () => {
  expect(scriptsOf(HTML)).toEqual(["/one.js", "/two.js"]);
});

test("a page weighs what its scripts weigh, each fetched once", async () => {
  const asked: string[] = [];
  const files: Record<string, string> = { "/": HTML, "/one.js": "1".repeat(999), "/two.js": "let two;" };
  const weigh = weigher(async (path) => {
    asked.push(path);
    return files[path] ?? "";
  });
  const bytes = gzipSync("1".repeat(999)).length + gzipSync("let two;").length;
  expect(await weigh("/")).toMatchObject({ path: "/", bytes });
  await weigh("/");
  expect(asked).toEqual(["/", "/one.js", "/two.js", "/"]);
  await expect(weigh("/empty")).rejects.toThrow("names no scripts");
});
