import { afterAll, inject, vi } from "vitest";
import { closePools } from "@/db/client";
import { seed } from "../../scripts/lib/database";
import { cloneTemplate, type TestDatabase } from "./clone";
import { closeOperator } from "./operator";

/** A database of one's own on the run's server: bootstrapped, migrated, without rows. The caller drops it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = await cloneTemplate(inject("cluster"));
  return {
    ...database,
    drop: async () => {
      await closeOperator(database.urls.operator);
      await database.drop();
    },
  };
}

/**
 * A database for this file, to which the application's own pools are pointed; dropped after the last test.
 * Call it before anything reads a setting, such as at the top: `const database = await useTestDatabase();`.
 */
export async function useTestDatabase({ demo = false } = {}): Promise<TestDatabase> {
  const database = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", database.urls.app);
  vi.stubEnv("WORKER_DATABASE_URL", database.urls.worker);
  if (demo) await seed(database.urls);
  afterAll(async () => {
    await closePools();
    await database.drop();
  });
  return database;
}
