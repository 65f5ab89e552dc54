import { and, eq } from "drizzle-orm";
import { subjects } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { CreateSubjectInput, UpdateSubjectInput } from "@/domain/academics";
import { MAX_SUBJECTS } from "@/domain/academics-list";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { nameTaken } from "./queries";

/** A new subject. Throws CONFLICT where one in use has the name, accents and case aside. */
export async function createSubject(
  actor: OrganizationActor,
  { name, code }: CreateSubjectInput,
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    if ((await tx.db.$count(subjects, eq(subjects.organizationId, organizationId))) >= MAX_SUBJECTS)
      throw new DomainError("conflict", "academics.tooManySubjects", { values: { max: MAX_SUBJECTS } });
    const id = newId();
    try {
      await tx.db.insert(subjects).values({ organizationId, id, name, code, sortKey: sortKey(name) });
    } catch (error) {
      throw nameTaken(error, name);
    }
    await recordEvents(tx, [
      { action: "subject.created", subject: { type: "subject", id, name }, after: { name, code } },
    ]);
    return { id };
  });
}

/** Gives a subject another name or short form. Throws CONFLICT where one in use has the name. */
export async function updateSubject(
  actor: OrganizationActor,
  { id, ...given }: UpdateSubjectInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const found = await lockSubject(tx, id);
    const before = { name: found.name, code: found.code };
    const after = { name: given.name ?? found.name, code: given.code ?? found.code };
    if (before.name === after.name && before.code === after.code) return;
    await write(tx, id, { ...after, sortKey: sortKey(after.name) }, after.name);
    await recordEvents(tx, [
      { action: "subject.updated", subject: { type: "subject", id, name: after.name }, before, after },
    ]);
  });
}

/** Puts a subject away: it is offered no more, and the classes that have it keep it. */
export async function archiveSubject(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { name, archivedAt } = await lockSubject(tx, id);
    if (archivedAt) return;
    await write(tx, id, { archivedAt: new Date() }, name);
    await recordEvents(tx, [{ action: "subject.archived", subject: { type: "subject", id, name } }]);
  });
}

/** Takes a subject back into use. Throws CONFLICT where one in use has its name. */
export async function restoreSubject(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { name, archivedAt } = await lockSubject(tx, id);
    if (!archivedAt) return;
    await write(tx, id, { archivedAt: null }, name);
    await recordEvents(tx, [{ action: "subject.restored", subject: { type: "subject", id, name } }]);
  });
}

async function lockSubject(tx: TenantTx, id: string) {
  const [subject] = await tx.db
    .select()
    .from(subjects)
    .where(and(eq(subjects.organizationId, tx.actor.organizationId), eq(subjects.id, id)))
    .for("no key update");
  if (!subject) throw notFound();
  return subject;
}

async function write(
  tx: TenantTx,
  id: string,
  values: Partial<typeof subjects.$inferInsert>,
  name: string,
): Promise<void> {
  try {
    await tx.db
      .update(subjects)
      .set({ ...values, updatedAt: new Date() })
      .where(and(eq(subjects.organizationId, tx.actor.organizationId), eq(subjects.id, id)));
  } catch (error) {
    throw nameTaken(error, name);
  }
}
