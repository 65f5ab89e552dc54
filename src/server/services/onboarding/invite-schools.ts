import { and, inArray, sql } from "drizzle-orm";
import { schoolInvitations } from "@/db/schema/core/onboarding";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import { parseEmail } from "@/domain/email";
import type { InviteSchoolInput, SchoolListInput } from "@/domain/onboarding";
import { SCHOOL_INVITATION_DAYS, type SchoolVerdict } from "@/domain/onboarding-list";
import { invitationKey, judgeSchools, parseSchoolTable, type SchoolEntry } from "@/domain/school-table";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { searchKey } from "@/lib/text-keys";
import { enqueueEach } from "@/server/adapters/queue";
import { DomainError } from "@/server/errors";
import { recordPlatformEvents } from "../audit";
import { findTakenSlugs } from "../organization";
import { subjectOf } from "./queries";

export type InvitedSchools = { total: number; invited: number; failed: SchoolVerdict[] };

/**
 * Invites one school and hands the mail to the queue. Throws CONFLICT where its slug is taken or the same school waits
 * for an answer already.
 */
export async function inviteSchool(actor: Actor, input: InviteSchoolInput): Promise<{ id: string }> {
  return onPlatform(actor, async (tx) => {
    const { name, email, slug } = input;
    const facts = await readFacts(tx, [{ email, slug: slug ?? "" }]);
    if (facts.takenSlugs.has(slug ?? ""))
      throw new DomainError("conflict", "slug.taken", { field: "slug", values: { slug: slug ?? "" } });
    const [id] = facts.invited.has(invitationKey(input)) ? [] : await insertAll(tx, [input]);
    if (!id)
      throw new DomainError("conflict", "schoolInvitation.alreadyInvited", {
        field: "email",
        values: { name, email },
      });
    return { id };
  });
}

/** What would become of each line of a list of schools; nothing is sent. */
export async function previewSchools(actor: Actor, { text }: SchoolListInput): Promise<SchoolVerdict[]> {
  return onPlatform(actor, (tx) => judgeText(tx, text));
}

/**
 * Invites every school of the list whose verdict allows it, in one transaction. Judged anew: what was previewed may
 * have changed since. Sending a list twice invites nobody twice, whoever else sends at the same time.
 */
export async function importSchools(actor: Actor, input: SchoolListInput): Promise<InvitedSchools> {
  return onPlatform(actor, async (tx) => {
    const verdicts = await judgeText(tx, input.text);
    const wanted = verdicts.filter(({ code }) => code === "ok");
    const made = new Set(
      await insertAll(
        tx,
        wanted.map(({ name, email, slug, plan, line }) => ({
          name,
          email,
          slug: slug || null,
          plan: plan ?? "COMMUNITY",
          placedApart: false,
          locale: input.locale,
          line,
        })),
        ({ line }) => line,
      ),
    );
    const failed = verdicts.flatMap((verdict) => {
      if (verdict.code !== "ok") return [verdict];
      const { line, email } = verdict;
      // Somebody else was quicker.
      return made.has(line)
        ? []
        : [{ ...verdict, code: "already_invited" as const, field: "email" as const, value: email }];
    });
    return { total: verdicts.length, invited: made.size, failed };
  });
}

async function judgeText(tx: PlatformTx, text: string): Promise<SchoolVerdict[]> {
  const table = parseSchoolTable(text);
  if (!table.ok) throw new DomainError("invalid", `schoolList.${table.reason}`, { field: "text" });
  return judgeSchools(table.entries, await readFacts(tx, table.entries));
}

async function readFacts(tx: PlatformTx, entries: readonly Pick<SchoolEntry, "email" | "slug">[]) {
  const emails = entries.flatMap(({ email }) => {
    const parsed = parseEmail(email);
    return parsed.ok ? [parsed.email] : [];
  });
  const slugs = entries.flatMap(({ slug }) => (slug === "" ? [] : [slug]));
  const [takenSlugs, waiting] = await Promise.all([
    findTakenSlugs(tx, slugs),
    emails.length === 0
      ? []
      : tx.db
          .select({ email: schoolInvitations.contactEmail, name: schoolInvitations.name })
          .from(schoolInvitations)
          .where(
            and(
              sql`${schoolInvitations.status} = 'pending'`,
              sql`${schoolInvitations.expiresAt} > now()`,
              inArray(schoolInvitations.contactEmail, emails),
            ),
          ),
  ]);
  return { takenSlugs, invited: new Set(waiting.map(invitationKey)) };
}

/** Writes the invitations that nobody else has written meanwhile, with their jobs and events; what `told` says of each. */
async function insertAll<Input extends InviteSchoolInput, Told = string>(
  tx: PlatformTx,
  inputs: readonly Input[],
  told: (input: Input, id: string) => Told = (_, id) => id as Told,
): Promise<Told[]> {
  if (inputs.length === 0) return [];
  await endExpired(tx, inputs);
  const expiresAt = new Date(Date.now() + SCHOOL_INVITATION_DAYS * DAY);
  const rows = inputs.map((input) => ({ input, id: newId() }));
  const made = await tx.db
    .insert(schoolInvitations)
    .values(
      rows.map(({ id, input: { name, email, plan, slug, placedApart, locale } }) => ({
        id,
        name,
        contactEmail: email,
        searchKey: searchKey(`${name} ${email}`),
        plan,
        slug,
        placedApart,
        locale,
        expiresAt,
        invitedBy: tx.actor.name,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: schoolInvitations.id });
  const ids = new Set(made.map(({ id }) => id));
  const written = rows.filter(({ id }) => ids.has(id));
  await Promise.all([
    recordPlatformEvents(
      tx,
      null,
      written.map(({ id, input: { name, email, plan, slug, placedApart } }) => ({
        action: "platform.school_invited",
        subject: subjectOf({ id, name }),
        after: { email, plan, slug, placedApart },
      })),
    ),
    enqueueEach(
      tx,
      "send-school-invitation",
      written.map(({ id }) => ({ invitationId: id })),
    ),
  ]);
  return written.map(({ id, input }) => told(input, id));
}

// One whose time is up makes way for a new one.
async function endExpired(tx: PlatformTx, inputs: readonly InviteSchoolInput[]): Promise<void> {
  await tx.db
    .update(schoolInvitations)
    .set({ status: "revoked", closedAt: sql`now()` })
    .where(
      and(
        sql`${schoolInvitations.status} = 'pending'`,
        sql`${schoolInvitations.expiresAt} <= now()`,
        inArray(
          schoolInvitations.contactEmail,
          inputs.map(({ email }) => email),
        ),
        inArray(
          schoolInvitations.name,
          inputs.map(({ name }) => name),
        ),
      ),
    );
}
