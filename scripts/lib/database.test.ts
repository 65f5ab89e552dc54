import { afterAll, expect, inject, test } from "vitest";
import { connect } from "@/db/client";
import { startPgBouncer } from "../../tests/support/pgbouncer";
import { ensureDatabase, prepareExternal, seed, status } from "./database";
import { UserError } from "./user-error";

const { url, secrets } = inject("cluster");
const at = (name = "postgres") => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
const NAME = "of_an_operator";

afterAll(async () => {
  const sql = connect(url);
  await sql.unsafe(`drop database if exists ${NAME} with (force)`).finally(() => sql.end());
});

test("an operator's empty database is set up, with and without a pooler before it, and stays without a demo", async () => {
  const ownerUrl = await ensureDatabase(at, NAME);
  const { urls, applied } = await prepareExternal({ kind: "external", ownerUrl }, secrets);
  expect(applied.length).toBeGreaterThan(0);
  expect((await status(ownerUrl)).every(({ state }) => state === "applied")).toBe(true);

  const pooler = await startPgBouncer(urls.app, { logins: [urls.app] });
  try {
    const settings = {
      kind: "external",
      ownerUrl,
      appUrl: pooler.through(urls.app),
      directUrl: ownerUrl,
    } as const;
    const again = await prepareExternal(settings, secrets);
    expect(again.applied).toEqual([]);
    expect(again.urls).toEqual({ ...urls, app: settings.appUrl });
    for (const [login, name] of [
      [again.urls.app, "homeroom_app"],
      [again.urls.worker, "homeroom_worker"],
      [again.urls.operator, "homeroom_operator"],
    ] as const) {
      const sql = connect(login, { prepare: false });
      const [row] = await sql`select current_user as name`.finally(() => sql.end());
      expect(row?.name).toBe(name);
    }
  } finally {
    await pooler.close();
  }

  const operator = connect(urls.operator);
  const [row] = await operator`select count(*)::int as schools from core.organizations`.finally(() =>
    operator.end(),
  );
  expect(row?.schools).toBe(0);
  expect(await seed(urls)).toBe(true);
  expect(await seed(urls)).toBe(false);
});

test("a server that cannot be reached is told in one line, without the password", async () => {
  const ownerUrl = "postgres://owner:hidden@127.0.0.1:1/none";
  const failure = prepareExternal({ kind: "external", ownerUrl }, secrets);
  await expect(failure).rejects.toThrow(UserError);
  await expect(failure).rejects.toThrow(
    /^The database at postgres:\/\/owner@127\.0\.0\.1:1\/none cannot be used: /,
  );
  await expect(failure).rejects.not.toThrow("hidden");
});
