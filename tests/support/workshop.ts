import { eq } from "drizzle-orm";
import { asOperator } from "@/db/operator";
import { accountPasswords, accounts } from "@/db/schema/core/accounts";
import { organizationSlugs, organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { hashPassword } from "@/lib/password-hash";
import { makeSchool } from "./schools";

/** The school whose settings the browser tests change: no other test looks at it. */

const PASSWORD = "Colibri verde 7";

export const WORKSHOP = {
  slug: "el-taller",
  name: "Colegio El Taller",
  description: "Un colegio inventado.",
  admin: { email: "direccion@el-taller.example", password: PASSWORD },
  coach: { email: "docente@el-taller.example", password: PASSWORD },
};

/** Adds the school beside the demo's. */
export async function openWorkshop(operatorUrl: string): Promise<void> {
  const { id, people } = await makeSchool(operatorUrl);
  const { slug, name, description, admin, coach } = WORKSHOP;
  const passwordHash = await hashPassword(PASSWORD);
  await asOperator(operatorUrl, async ({ db }) => {
    await db.update(organizations).set({ slug, name, description }).where(eq(organizations.id, id));
    await db.insert(organizationSlugs).values({ slug, organizationId: id });
    for (const [{ accountId }, { email }] of [
      [people.ORG_ADMIN, admin],
      [people.COACH, coach],
    ] as const) {
      await db.update(accounts).set({ email }).where(eq(accounts.id, accountId));
      await db.update(users).set({ email }).where(eq(users.accountId, accountId));
      await db.insert(accountPasswords).values({ accountId, passwordHash });
    }
  });
}
