import { DEMO_SCHOOLS } from "@/db/seed/demo-data";

/** Shows who can sign in to the demo. */
export function printAccounts(): void {
  for (const school of DEMO_SCHOOLS) {
    console.log(`\n${school.name}`);
    for (const { email, password, role } of school.people) {
      if (password) console.log(`  ${role.padEnd(10)} ${email.padEnd(32)} ${password}`);
    }
  }
}
