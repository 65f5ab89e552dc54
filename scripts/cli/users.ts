import type { Command } from "commander";
import type { OrganizationActor } from "@/db/scope";
import { createUserInput, listUsersInput, type UserResult } from "@/domain/user";
import { MAX_PAGE_SIZE } from "@/domain/user-list";
import { createUser, findUserByEmail, listUsers, setUserRole, suspendUsers } from "@/server/services/user";
import { UserError } from "../lib/user-error";
import { actorIn, COMMAND_LINE, readEmail, readRole } from "./actor";
import type { Open } from "./context";
import { printJson, printRows, type Row } from "./output";
import { say } from "./words";

const ROLE = "STUDENT, PARENT, COACH, ORG_ADMIN or ADMIN";

/** `users list|create|set-role|suspend`. */
export function register(program: Command, open: Open): void {
  const users = program.command("users").description("The people of a school; needs --school.");

  users
    .command("list")
    .description("List members, by name.")
    .option("--role <role>", `only those with this role: ${ROLE}`)
    .option("--search <text>", "only those whose name or e-mail has words that begin so, accents aside")
    .action((options: { role?: string; search?: string }, command: Command) =>
      open(command, async ({ json, requireSchool }) => {
        const roles = options.role ? [readRole(options.role)] : [];
        const actor = await actorIn(requireSchool());
        printRows(await everyone(actor, { roles, search: options.search }), { json });
      }),
    );

  users
    .command("create")
    .description("Make somebody a member without an invitation.")
    .requiredOption("--email <address>", "their e-mail address")
    .requiredOption("--name <name>", "their name; somebody who has an account keeps its name")
    .requiredOption("--role <role>", ROLE)
    .addHelpText(
      "after",
      "\nA new account has no password: its owner chooses one by “I forgot it” on the sign-in page.",
    )
    .action((options: { email: string; name: string; role: string }, command: Command) =>
      open(command, async ({ json, requireSchool }) => {
        const email = readEmail(options.email);
        const role = readRole(options.role);
        const { organizationId } = await actorIn(requireSchool());
        const input = createUserInput.safeParse({ organizationId, email, role, name: options.name });
        if (!input.success) throw new UserError(say(`errors.${input.error.issues[0]?.message ?? "failed"}`));
        const { id, isNewAccount } = await createUser(COMMAND_LINE, input.data);
        if (json) return printJson({ id, email, role, isNewAccount });
        console.log(`${email} is a member now: ${say(`roles.${role}`)}.`);
        if (isNewAccount)
          console.log("They choose a password by “I forgot it” on the sign-in page; nothing was sent.");
      }),
    );

  users
    .command("set-role")
    .description("Give a member another role. The last active school admin keeps theirs.")
    .requiredOption("--email <address>", "the member's e-mail address")
    .requiredOption("--role <role>", ROLE)
    .action((options: { email: string; role: string }, command: Command) =>
      open(command, async ({ json, requireSchool }) => {
        const role = readRole(options.role);
        const { actor, id, email } = await member(requireSchool(), options.email);
        done(await setUserRole(actor, { ids: [id], role }), email);
        if (json) printJson({ id, email, role });
        else console.log(`${email} has the role ${say(`roles.${role}`)} now.`);
      }),
    );

  users
    .command("suspend")
    .description("Shut a member out from their next request on; nothing of theirs is lost.")
    .requiredOption("--email <address>", "the member's e-mail address")
    .action((options: { email: string }, command: Command) =>
      open(command, async ({ json, requireSchool }) => {
        const { actor, id, email } = await member(requireSchool(), options.email);
        done(await suspendUsers(actor, { ids: [id] }), email);
        if (json) printJson({ id, email, status: "suspended" });
        else console.log(`${email} is suspended.`);
      }),
    );
}

async function everyone(
  actor: OrganizationActor,
  filter: { roles: string[]; search: string | undefined },
): Promise<Row[]> {
  const found: Row[] = [];
  for (let cursor: string | undefined; ; ) {
    const input = listUsersInput.parse({ ...filter, limit: MAX_PAGE_SIZE, cursor });
    const { rows, nextCursor } = await listUsers(actor, input);
    for (const { email, name, role, tier, status, classNames, joinedAt } of rows)
      found.push({ email, name, role, tier, status, classes: classNames.join(", "), joinedAt });
    if (nextCursor === null) return found;
    cursor = nextCursor;
  }
}

async function member(school: string, address: string) {
  const email = readEmail(address);
  const actor = await actorIn(school);
  const found = await findUserByEmail(actor, { email });
  if (!found) throw new UserError(`Nobody at ${school} has the address ${email}.`);
  return { actor, id: found.id, email };
}

function done([result]: UserResult[], email: string): void {
  if (result && !result.ok) throw new UserError(`${email}: ${say(`users.refusals.${result.code}`)}`);
}
