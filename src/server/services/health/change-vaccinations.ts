import { and, eq } from "drizzle-orm";
import { vaccinations } from "@/db/schema/tenant/student-records";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { AddVaccinationInput, UpdateVaccinationInput } from "@/domain/health";
import { MAX_VACCINATIONS } from "@/domain/health-list";
import { judgeChange } from "@/domain/stale";
import { newId } from "@/lib/ids";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockStudent, subjectOf } from "../student";

// The log tells that it was done, and not what against.

/** Adds a vaccination. Throws CONFLICT where there are too many already. */
export async function addVaccination(
  actor: OrganizationActor,
  { studentId, ...values }: AddVaccinationInput,
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const student = await lockStudent(tx, studentId);
    const { organizationId } = actor;
    const own = eq(vaccinations.organizationId, organizationId);
    const kept = await tx.db.$count(vaccinations, and(own, eq(vaccinations.studentId, studentId)));
    if (kept >= MAX_VACCINATIONS)
      throw new DomainError("conflict", "health.tooManyVaccinations", { values: { max: MAX_VACCINATIONS } });
    const id = newId();
    await tx.db.insert(vaccinations).values({ organizationId, id, studentId, ...values });
    await recordEvents(tx, [{ action: "health.vaccination_added", subject: subjectOf(student) }]);
    return { id };
  });
}

/** Changes what is given of a vaccination. */
export async function updateVaccination(
  actor: OrganizationActor,
  { id, ...given }: UpdateVaccinationInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { student, vaccination } = await lockVaccination(tx, id);
    const { changed } = judgeChange(vaccination, given);
    if (changed.length === 0) return;
    await tx.db
      .update(vaccinations)
      .set({ ...Object.fromEntries(changed.map((field) => [field, given[field]])), updatedAt: new Date() })
      .where(ofVaccination(tx, id));
    await recordEvents(tx, [{ action: "health.vaccination_changed", subject: subjectOf(student) }]);
  });
}

/** Takes a vaccination away at once; who takes that back adds it again. */
export async function removeVaccination(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { student } = await lockVaccination(tx, id);
    await tx.db.delete(vaccinations).where(ofVaccination(tx, id));
    await recordEvents(tx, [{ action: "health.vaccination_removed", subject: subjectOf(student) }]);
  });
}

async function lockVaccination(tx: TenantTx, id: string) {
  const [found] = await tx.db
    .select({ studentId: vaccinations.studentId })
    .from(vaccinations)
    .where(ofVaccination(tx, id));
  if (!found) throw notFound();
  const student = await lockStudent(tx, found.studentId);
  const [vaccination] = await tx.db
    .select({
      vaccine: vaccinations.vaccine,
      dose: vaccinations.dose,
      givenOn: vaccinations.givenOn,
      notes: vaccinations.notes,
    })
    .from(vaccinations)
    .where(ofVaccination(tx, id))
    .for("update");
  if (!vaccination) throw notFound();
  return { student, vaccination };
}

function ofVaccination({ actor }: Pick<TenantTx, "actor">, id: string) {
  return and(eq(vaccinations.organizationId, actor.organizationId), eq(vaccinations.id, id));
}
