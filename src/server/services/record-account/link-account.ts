import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { LinkAccountInput, RecordRef } from "@/domain/record-account";
import { type LinkObstacle, ROLE_OF_RECORD } from "@/domain/record-account-list";
import type { Role } from "@/domain/roles";
import { fullName } from "@/domain/student-list";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import {
  ACCOUNT_ACTIONS,
  findHolder,
  holderOf,
  holdRecord,
  lockMember,
  lockRecord,
  setAccount,
  subjectOf,
} from "./records";

/**
 * Lets a member of the school see the record as its student, or as guardian of its children. Throws CONFLICT where the
 * record has an account, where the account is linked to another record, naming it, and where the member has another role.
 */
export async function linkAccount(
  actor: OrganizationActor,
  { userId, ...ref }: LinkAccountInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const record = await lockRecord(tx, ref);
    const member = await lockMember(tx, userId);
    if (!member) throw notFound();
    const holder = holderOf(record);
    if (holder?.id === userId) return;
    if (holder) throw new DomainError("conflict", "recordAccount.linked", { values: { name: holder.name } });
    if (member.role !== ROLE_OF_RECORD[ref.kind])
      throw new DomainError("conflict", `recordAccount.notA.${ref.kind}`, {
        field: "userId",
        values: { name: member.name },
      });
    const other = await findHolder(tx, ref, userId);
    if (other)
      throw new DomainError("conflict", `${ref.kind}.accountTaken`, {
        field: "userId",
        values: { name: fullName(other), code: other.code, id: other.id },
      });
    await setAccount(tx, ref, userId);
    await recordEvents(tx, [
      {
        action: ACCOUNT_ACTIONS[ref.kind].linked,
        subject: subjectOf(record),
        after: { account: { id: member.id, name: member.name } },
      },
    ]);
  });
}

/** Ends the link to that account. Throws CONFLICT where the record has another one, or none, by now. */
export async function unlinkAccount(
  actor: OrganizationActor,
  { userId, ...ref }: LinkAccountInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const record = await lockRecord(tx, ref);
    const { account } = record;
    if (account?.id !== userId) throw new DomainError("conflict", "recordAccount.changed");
    await setAccount(tx, ref, null);
    await recordEvents(tx, [
      {
        action: ACCOUNT_ACTIONS[ref.kind].unlinked,
        subject: subjectOf(record),
        before: { account: { id: userId, name: account.name } },
      },
    ]);
  });
}

/**
 * Links who has just joined by a record's invitation, in the transaction of the acceptance and as themselves. Where the
 * record is gone or closed, has another account by now, or the person does not fit, they have their account alone, and
 * the log tells why.
 */
export async function linkInvited(
  tx: TenantTx,
  ref: RecordRef,
  person: { id: string; name: string; role: Role },
): Promise<void> {
  const record = await holdRecord(tx, ref);
  if (record?.account?.id === person.id) return;
  await lockMember(tx, person.id);
  const obstacle = await findObstacle();
  if (!obstacle) await setAccount(tx, ref, person.id);
  await recordEvents(tx, [
    {
      action: ACCOUNT_ACTIONS[ref.kind][obstacle ? "missed" : "linked"],
      subject: subjectOf(record ?? { ref, name: "" }),
      after: { account: { id: person.id, name: person.name }, ...(obstacle && { obstacle }) },
    },
  ]);

  async function findObstacle(): Promise<LinkObstacle | undefined> {
    if (!record) return "gone";
    if (record.closed) return "closed";
    if (holderOf(record)) return "linked";
    if (person.role !== ROLE_OF_RECORD[ref.kind]) return "other_role";
    return (await findHolder(tx, ref, person.id)) && "account_taken";
  }
}
