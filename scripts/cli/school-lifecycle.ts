import type { Command } from "commander";
import { purgeSchool } from "@/server/operator/purge-school";
import { deleteOrganization, restoreOrganization } from "@/server/services/organization";
import { UserError } from "../lib/user-error";
import { actorIn, COMMAND_LINE } from "./actor";
import type { Open } from "./context";
import { printJson } from "./output";

type Slug = { slug: string };

/** `schools delete|restore|purge`. */
export function registerLifecycle(schools: Command, open: Open): void {
  schools
    .command("delete")
    .description(
      "Put a school out of reach at once; it can be restored for 30 days, then everything of it is erased.",
    )
    .requiredOption("--slug <slug>", "the school")
    .requiredOption("--confirm <slug>", "its slug once more")
    .action(({ slug, confirm }: Slug & { confirm: string }, command: Command) =>
      open(command, async ({ json }) => {
        const { organizationId } = await actorIn(slug);
        const { purgeAfter } = await deleteOrganization(COMMAND_LINE, { organizationId, confirm });
        if (json) printJson({ slug, status: "inactive", purgeAfter });
        else console.log(`${slug} is deleted. It can be restored until ${purgeAfter.toISOString()}.`);
      }),
    );

  schools
    .command("restore")
    .description("Bring a deleted school back as it was, within its 30 days.")
    .requiredOption("--slug <slug>", "the school")
    .action(({ slug }: Slug, command: Command) =>
      open(command, async ({ json }) => {
        const { organizationId } = await actorIn(slug);
        const { status } = await restoreOrganization(COMMAND_LINE, { organizationId });
        if (json) printJson({ slug, status });
        else console.log(`${slug} is back, ${status} as before.`);
      }),
    );

  schools
    .command("purge")
    .description("Erase a deleted school whose 30 days are over; the operator's process does it by itself.")
    .requiredOption("--slug <slug>", "the school")
    .option("--now", "before its 30 days are over: nothing can be restored then")
    .action(({ slug, now = false }: Slug & { now?: boolean }, command: Command) =>
      open(command, async ({ json, urls }) => {
        const { organizationId } = await actorIn(slug);
        const receipt = await purgeSchool(urls, { organizationId, now }, { actor: COMMAND_LINE });
        if (!receipt) throw new UserError(`${slug} is not to be erased: delete it first, or say --now.`);
        if (json) return printJson(receipt);
        const rows = receipt.tables.reduce((sum, table) => sum + table.rows, 0);
        console.log(
          `${slug} is erased: ${rows} rows of ${receipt.tables.length} tables, ${receipt.bytes} bytes of files.`,
        );
      }),
    );
}
