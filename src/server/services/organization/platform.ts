import { and, desc, eq } from "drizzle-orm";
import { auditEvents } from "@/db/schema/core/audit";
import { organizations } from "@/db/schema/core/organizations";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import type { CreateOrganizationInput, UpdateAnyOrganizationInput } from "@/domain/organization";
import { DomainError, notFound } from "@/server/errors";
import { beginAcademics } from "../academics";
import { recordPlatformEvents } from "../audit";
import { insertSchool } from "./insert-school";
import { lockOrganization } from "./lock-organization";

const summary = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  status: organizations.status,
  plan: organizations.plan,
  kind: organizations.kind,
  placement: organizations.placement,
  isDefault: organizations.isDefault,
  maxUsers: organizations.maxUsers,
};

/** Any school, as the platform sees it. */
export async function getAnyOrganization(actor: Actor, { organizationId }: { organizationId: string }) {
  return onPlatform(actor, async (tx) => {
    const [row] = await tx.db
      .select({
        ...summary,
        description: organizations.description,
        createdAt: organizations.createdAt,
        updatedAt: organizations.updatedAt,
        deletedAt: organizations.deletedAt,
        purgeAfter: organizations.purgeAfter,
      })
      .from(organizations)
      .where(eq(organizations.id, organizationId));
    if (!row) throw notFound();
    return row;
  });
}

/** The school with this slug, as the platform sees it; undefined where there is none. */
export async function findOrganizationBySlug(actor: Actor, { slug }: { slug: string }) {
  return onPlatform(actor, async (tx) => {
    const [row] = await tx.db.select(summary).from(organizations).where(eq(organizations.slug, slug));
    return row;
  });
}

/** A new guest school on the shared placement, with the usual grades. Throws CONFLICT where the slug is taken. */
export async function createOrganization(
  actor: Actor,
  input: CreateOrganizationInput,
): Promise<{ id: string }> {
  return onPlatform(actor, async (tx) => {
    const { id } = await insertSchool(tx, input);
    const { grades } = await tx.enter(id, (inside) => beginAcademics(inside));
    const subject = { type: "organization", id, name: input.name };
    await recordPlatformEvents(tx, id, [
      { action: "organization.created", subject, after: { ...input, grades } },
    ]);
    return { id };
  });
}

type Terms = Pick<typeof organizations.$inferSelect, "name" | "description" | "plan" | "maxUsers">;
type Term = keyof Terms;
const TERMS: readonly Term[] = ["name", "description", "plan", "maxUsers"];

/**
 * Changes what is given of any school that is not deleted; a suspension shows on its people's next request. All of it
 * or, where somebody else has changed one of the fields since the form was loaded, nothing: throws CONFLICT with both
 * versions.
 */
export async function updateAnyOrganization(actor: Actor, input: UpdateAnyOrganizationInput): Promise<void> {
  const { organizationId, base = {}, status, reason } = input;
  await onPlatform(actor, async (tx) => {
    const before = await lockOrganization(tx, organizationId);
    if (before.deletedAt !== null) throw new DomainError("conflict", "organization.deleted");
    const changed = TERMS.filter((term) => input[term] !== undefined && input[term] !== before[term]);
    const stale = changed.filter((term) => base[term] !== undefined && base[term] !== before[term]);
    if (stale.length > 0) throw await staleRefusal(tx, before, stale);
    const turned = status !== undefined && status !== before.status;
    if (turned) mayTurn(before, status);
    if (changed.length === 0 && !turned) return;
    const terms: Partial<Terms> = pick({ ...before, ...defined(input) }, changed);
    await tx.db
      .update(organizations)
      .set({ ...terms, ...(turned && { status }), updatedAt: new Date() })
      .where(eq(organizations.id, organizationId));
    const subject = { type: "organization", id: organizationId, name: terms.name ?? before.name };
    const updated = { action: "organization.updated", subject, before: pick(before, changed), after: terms };
    const turn = {
      action: status === "active" ? "organization.reactivated" : "organization.suspended",
      subject,
      before: { status: before.status },
      after: { status, ...(reason && { reason }) },
    };
    await recordPlatformEvents(tx, organizationId, [
      ...(changed.length > 0 ? [updated] : []),
      ...(turned ? [turn] : []),
    ]);
  });
}

type Locked = Awaited<ReturnType<typeof lockOrganization>>;

function mayTurn({ kind, status }: Locked, to: "active" | "suspended"): void {
  // The master runs the platform: suspending it would shut out whoever could open it again.
  if (kind === "master" && to === "suspended") throw new DomainError("conflict", "organization.masterStays");
  if (status === "provisioning") throw new DomainError("conflict", "organization.provisioning");
  if (status === "inactive" && to === "suspended")
    throw new DomainError("conflict", "organization.notActive");
}

/** The refusal of a save whose form was loaded before somebody else's. */
async function staleRefusal(tx: PlatformTx, now: Locked, fields: readonly Term[]): Promise<DomainError> {
  const [change] = await tx.db
    .select({ by: auditEvents.actorName, at: auditEvents.createdAt })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, now.id),
        eq(auditEvents.subjectId, now.id),
        eq(auditEvents.action, "organization.updated"),
      ),
    )
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(1);
  const stale = fields.map((field) => ({
    field,
    theirs: now[field],
    by: change?.by ?? "",
    at: change?.at ?? null,
  }));
  return new DomainError("conflict", "organization.stale", { stale });
}

function defined(input: Partial<Terms>): Partial<Terms> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

function pick(values: Terms, fields: readonly Term[]): Partial<Terms> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}
