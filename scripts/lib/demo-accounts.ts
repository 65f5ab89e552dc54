import { DEMO_SCHOOLS } from "@/db/seed/demo-data";

/** Shows who can sign in to the demo, and where. */
export function printAccounts(port: number): void {
  for (const school of DEMO_SCHOOLS) {
    const host = school.kind === "master" ? "localhost" : `${school.slug}.localhost`;
    console.log(`\n${school.name} · http://${host}:${port}`);
    for (const { email, password, role } of school.people) {
      if (password) console.log(`  ${role.padEnd(10)} ${email.padEnd(32)} ${password}`);
    }
  }
}
