import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/client";
import { createTestDatabase } from "./database";
import { startPgBouncer } from "./pgbouncer";

const database = await createTestDatabase();
const pooler = await startPgBouncer(database.urls.app, { logins: [database.urls.app], poolSize: 1 });
afterAll(async () => {
  await pooler.close();
  await database.drop();
});

test("transactions of two clients share one connection of the server", async () => {
  const clients = [1, 2].map(() => connect(pooler.through(database.urls.app), { prepare: false }));
  const seen = await Promise.all(
    clients.map((sql) => sql`select pg_backend_pid() as pid, current_user as login`),
  );
  await Promise.all(clients.map((sql) => sql.end()));
  expect(seen[0]?.[0]?.pid).toBe(seen[1]?.[0]?.pid);
  expect(seen[0]?.[0]?.login).toBe("homeroom_app");
});
