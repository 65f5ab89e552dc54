import { asc, desc, eq, inArray } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { organizationSlugs, organizations } from "@/db/schema/core/organizations";
import {
  atGate,
  type GateTx,
  inOrganization,
  type OrganizationActor,
  type PlatformTx,
  type TenantTx,
} from "@/db/scope";
import { type ChangeSlugInput, type CheckSlugInput, MAX_SLUGS } from "@/domain/organization";
import { slugSchema } from "@/lib/slug";
import { DomainError } from "@/server/errors";
import { countAttempt, type Limit } from "@/server/rate-limit";
import { recordEvents } from "../audit";
import { lockSchool } from "./lock-school";

const MINUTE = 60;
// Which names are taken can be guessed by asking: enough for whoever types, too little for a list.
const CHECKS: Limit = { name: "slug-check", points: 60, seconds: 5 * MINUTE };
const CHANGES: Limit = { name: "slug-change", points: 30, seconds: 60 * MINUTE };

/** What becomes of a slug that was typed, and how it would be written; `reason` is a key of the `errors` messages. */
export type SlugCheck =
  | { slug: string; state: "free" | "yours" | "taken" | "reserved" }
  | { slug: string; state: "malformed"; reason: string };

/** Whether the actor's school could have this slug. Throws TOO_MANY where that is asked too often. */
export async function checkSlug(
  actor: OrganizationActor,
  { slug: typed }: CheckSlugInput,
): Promise<SlugCheck> {
  const read = readSlug(typed);
  if (read.state !== "usable") return read;
  const { slug } = read;
  await countAttempt(CHECKS, actor.organizationId);
  // At the gate, since no school sees another's rows.
  const holder = await atGate({}, (tx) => findSlugHolder(tx, slug));
  if (holder === undefined) return { slug, state: "free" };
  return { slug, state: holder === actor.organizationId ? "yours" : "taken" };
}

/** A slug as it was typed, and whether it could be any school's. */
export type ReadSlug =
  | { slug: string; state: "usable" }
  | { slug: string; state: "reserved" }
  | { slug: string; state: "malformed"; reason: string };

/** How what was typed would be written as a slug, and whether any school could have it. */
export function readSlug(typed: string): ReadSlug {
  const parsed = slugSchema.safeParse(typed);
  if (parsed.success) return { slug: parsed.data, state: "usable" };
  const slug = typed.trim().toLowerCase();
  const reason = parsed.error.issues[0]?.message ?? "slug.invalid";
  return reason === "slug.reserved" ? { slug, state: "reserved" } : { slug, state: "malformed", reason };
}

/** Those of the slugs that a school has or had. */
export async function findTakenSlugs(
  { db }: GateTx | PlatformTx,
  slugs: readonly string[],
): Promise<ReadonlySet<string>> {
  if (slugs.length === 0) return new Set();
  const [ever, now] = await Promise.all([
    db
      .select({ slug: organizationSlugs.slug })
      .from(organizationSlugs)
      .where(inArray(organizationSlugs.slug, [...slugs])),
    db
      .select({ slug: organizations.slug })
      .from(organizations)
      .where(inArray(organizations.slug, [...slugs])),
  ]);
  return new Set([...ever, ...now].map(({ slug }) => slug));
}

/** The school whose slug it is or was, null for one that was erased; undefined where it was never anybody's. */
export async function findSlugHolder(tx: GateTx, slug: string): Promise<string | null | undefined> {
  const [[ever], [now]] = await Promise.all([
    tx.db
      .select({ id: organizationSlugs.organizationId })
      .from(organizationSlugs)
      .where(eq(organizationSlugs.slug, slug)),
    tx.db.select({ id: organizations.id }).from(organizations).where(eq(organizations.slug, slug)),
  ]);
  return (now ?? ever)?.id;
}

/**
 * Gives the actor's school another slug, one of its own old ones included. The old one keeps leading to the school
 * and is never another's. Throws CONFLICT where the slug is taken; of two schools at once one gets it.
 */
export async function changeSlug(actor: OrganizationActor, { slug }: ChangeSlugInput): Promise<void> {
  await countAttempt(CHANGES, actor.organizationId);
  try {
    await inOrganization(actor, (tx) => take(tx, slug));
  } catch (error) {
    if (violatedUnique(error) !== "organizations_slug_key") throw error;
    throw taken(slug);
  }
}

async function take(tx: TenantTx, slug: string): Promise<void> {
  const { organizationId } = tx.actor;
  const school = await lockSchool(tx);
  if (school.slug === slug) return;
  // Another school's row is not seen here: it is what stays away after the insert.
  await tx.db
    .insert(organizationSlugs)
    .values([school.slug, slug].map((each) => ({ slug: each, organizationId })))
    .onConflictDoNothing();
  const own = (await listSlugs(tx)).map((row) => row.slug);
  if (!own.includes(slug)) throw taken(slug);
  if (own.length > MAX_SLUGS)
    throw new DomainError("conflict", "slug.tooMany", { field: "slug", values: { max: MAX_SLUGS } });
  await tx.db
    .update(organizations)
    .set({ slug, updatedAt: new Date() })
    .where(eq(organizations.id, organizationId));
  await recordEvents(tx, [
    {
      action: "organization.slug_changed",
      subject: { type: "organization", id: organizationId, name: school.name },
      before: { slug: school.slug },
      after: { slug },
    },
  ]);
}

/** Every slug that the actor's school has or had, the newest first. */
export function listSlugs(tx: TenantTx) {
  return tx.db
    .select({ slug: organizationSlugs.slug, since: organizationSlugs.createdAt })
    .from(organizationSlugs)
    .where(eq(organizationSlugs.organizationId, tx.actor.organizationId))
    .orderBy(desc(organizationSlugs.createdAt), asc(organizationSlugs.slug));
}

function taken(slug: string): DomainError {
  return new DomainError("conflict", "slug.taken", { field: "slug", values: { slug } });
}
