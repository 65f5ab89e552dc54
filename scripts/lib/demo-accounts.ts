import { DEMO_SCHOOLS } from "@/db/seed/demo-data";

/** Shows who can sign in to the demo, and where, if the schools have addresses that are known. */
export function printAccounts(addressOf?: (slug: string) => string): void {
  for (const school of DEMO_SCHOOLS) {
    console.log(`\n${school.name}${addressOf ? `, ${addressOf(school.slug)}` : ""}`);
    for (const { email, password, role } of school.people) {
      if (password) console.log(`  ${role.padEnd(10)} ${email.padEnd(32)} ${password}`);
    }
  }
}
