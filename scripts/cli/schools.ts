import type { Command } from "commander";
import { listOrganizationsInput } from "@/domain/organization";
import { listOrganizations } from "@/server/services/organization";
import { COMMAND_LINE } from "./actor";
import type { Open } from "./context";
import { registerImport } from "./import-schools";
import { printRows, type Row } from "./output";
import { registerLifecycle } from "./school-lifecycle";

/** `schools list|import|delete|restore|purge`. */
export function register(program: Command, open: Open): void {
  const schools = program.command("schools").description("The schools of this installation.");

  schools
    .command("list")
    .description("List every school, by name, with the slug that --school takes.")
    .action((_, command: Command) =>
      open(command, async ({ json }) => {
        const found: Row[] = [];
        for (let cursor: string | undefined; ; ) {
          const page = await listOrganizations(
            COMMAND_LINE,
            listOrganizationsInput.parse({ limit: 100, cursor }),
          );
          found.push(
            ...page.rows.map(({ slug, name, kind, status, plan, placement, isDefault, userCount }) => ({
              slug,
              name,
              kind,
              status,
              plan,
              placement,
              isDefault,
              userCount,
            })),
          );
          if (page.nextCursor === null) break;
          cursor = page.nextCursor;
        }
        printRows(found, { json });
      }),
    );

  registerImport(schools, open);
  registerLifecycle(schools, open);
}
