import { Buffer } from "node:buffer";
import { and, desc, eq, or, type SQL } from "drizzle-orm";
import { auditEvents } from "@/db/schema/core/audit";
import { invitations } from "@/db/schema/core/invitations";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { storage } from "@/server/adapters/storage/storage";
import { yearName } from "../class";
import { findSelf } from "./profile";

const MAX_ROWS = 10_000;

/** What one's school keeps of one: classes, invitations, and what the log tells of one's acts and of oneself. */
export async function readOwnSchool(place: OrganizationActor, accountId: string) {
  const { photoKey, ...read } = await readInOrganization(place, async (tx) => {
    const self = await findSelf(tx, place);
    const [attended, coached, received, sent, acts, told] = await Promise.all([
      classesAttended(tx, self.id),
      classesCoached(tx, self.id),
      invitationsWhere(tx, or(eq(invitations.acceptedUserId, self.id), eq(invitations.email, self.email))),
      invitationsWhere(tx, eq(invitations.invitedBy, self.id)),
      eventsWhere(tx, eq(auditEvents.actorUserId, self.id)),
      eventsWhere(tx, or(eq(auditEvents.subjectId, self.id), eq(auditEvents.subjectId, accountId))),
    ]);
    return {
      photoKey: self.photoKey,
      classesAttended: attended,
      classesCoached: coached,
      invitationsReceived: received,
      invitationsSent: sent,
      // What an act changed belongs to whom it changed; of oneself it stands in the second list.
      ownActs: acts.map(({ before: _before, after: _after, actor: _actor, ...act }) => act),
      actsAboutYou: told.map(({ ipAddress: _ipAddress, subject: _subject, ...act }) => act),
    };
  });
  return { ...read, photo: photoKey && (await dataUrl(photoKey)) };
}

function classesAttended({ db, actor }: TenantTx, userId: string) {
  return db
    .select({
      class: classes.name,
      year: yearName,
      state: enrollments.state,
      since: enrollments.enrolledAt,
      withdrawnAt: enrollments.withdrawnAt,
      lastDay: enrollments.withdrawnOn,
      reason: enrollments.withdrawalReason,
    })
    .from(enrollments)
    .innerJoin(
      classes,
      and(eq(classes.organizationId, enrollments.organizationId), eq(classes.id, enrollments.classId)),
    )
    .where(and(eq(enrollments.organizationId, actor.organizationId), eq(enrollments.userId, userId)))
    .orderBy(desc(enrollments.enrolledAt), desc(enrollments.id))
    .limit(MAX_ROWS);
}

function classesCoached({ db, actor }: TenantTx, userId: string) {
  return db
    .select({
      class: classes.name,
      year: yearName,
      state: classes.state,
      isLead: classCoaches.isLead,
      since: classCoaches.createdAt,
    })
    .from(classCoaches)
    .innerJoin(
      classes,
      and(eq(classes.organizationId, classCoaches.organizationId), eq(classes.id, classCoaches.classId)),
    )
    .where(and(eq(classCoaches.organizationId, actor.organizationId), eq(classCoaches.userId, userId)))
    .orderBy(desc(classCoaches.createdAt), desc(classCoaches.id))
    .limit(MAX_ROWS);
}

function invitationsWhere({ db, actor }: TenantTx, which: SQL | undefined) {
  return db
    .select({
      email: invitations.email,
      name: invitations.name,
      role: invitations.role,
      status: invitations.status,
      sentAt: invitations.createdAt,
      closedAt: invitations.closedAt,
    })
    .from(invitations)
    .where(and(eq(invitations.organizationId, actor.organizationId), which))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(MAX_ROWS);
}

function eventsWhere({ db, actor }: TenantTx, which: SQL | undefined) {
  return db
    .select({
      at: auditEvents.createdAt,
      action: auditEvents.action,
      actor: auditEvents.actorName,
      subject: auditEvents.subjectName,
      before: auditEvents.before,
      after: auditEvents.after,
      ipAddress: auditEvents.ipAddress,
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.organizationId, actor.organizationId), which))
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(MAX_ROWS);
}

async function dataUrl(key: string): Promise<string | null> {
  const file = await storage().get(key);
  if (!file) return null;
  const bytes = Buffer.from(await new Response(file.stream).arrayBuffer());
  return `data:image/webp;base64,${bytes.toString("base64")}`;
}
