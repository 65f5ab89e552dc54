import { afterAll, expect, test } from "vitest";
import { KEY_FUNCTIONS } from "@/db/adopt/sql/keys";
import { connect } from "@/db/client";
import { normaliseEmail } from "@/domain/email";
import { isUuid } from "@/lib/ids";
import { searchKey, sortKey } from "@/lib/text-keys";
import { createTestDatabase } from "../support/database";

const database = await createTestDatabase();
const sql = connect(database.urls.owner);
await sql.unsafe(`create schema adopt; ${KEY_FUNCTIONS}`);
afterAll(async () => {
  await sql.end();
  await database.drop();
});

test.each([
  "Ana Ávila",
  "Ñusta Peña de la Cruz",
  "nandú ñandú",
  "D'Angelo O’Higgins",
  "'",
  "",
  "  Łukasz   Øster–Weiß (Æther)  ",
  "5.º B",
  "100.ª A 007 0",
  "1234567890123",
  "Þór Đorđe Ħamrun ıĸŋŧ",
  "JOSÉ MARÍA",
  "Zoë nino niño",
  "a_b%c\\d",
  "Ελένη Παπαδοπούλου",
  "Наталья Ёлкина",
])("%o is folded by SQL as by the application", async (name) => {
  const [row] = await sql`select adopt.sort_key(${name}) as sort, adopt.search_key(${name}) as search`;
  expect(row).toEqual({ sort: sortKey(name), search: searchKey(name) });
});

test("addresses are those that the application stores, and ids those of UUIDv7", async () => {
  const address = "  Ana.ÁVILA+1@Colegio.EXAMPLE\t";
  const [row] = await sql`select adopt.address(${address}, 7) as kept, adopt.address('none', 7) as made,
    adopt.new_id() as first, pg_sleep(0.002), adopt.new_id() as second`;
  expect(row).toMatchObject({ kept: normaliseEmail(address), made: "user-7@adopted.invalid" });
  expect(isUuid(row?.first) && String(row?.first).charAt(14) === "7").toBe(true);
  expect(String(row?.second) > String(row?.first)).toBe(true);
});
