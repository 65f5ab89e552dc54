import { eq } from "drizzle-orm";
import { accountPasswords, emailChanges, handOffs, sessions, tokens } from "@/db/schema/core/accounts";
import { organizationDomains } from "@/db/schema/core/domains";
import { invitationBatches, invitations, invitationTokens } from "@/db/schema/core/invitations";
import { organizations } from "@/db/schema/core/organizations";
import { apiKeys } from "@/db/schema/core/programs";
import { classCoaches, classes as classTable, enrollments } from "@/db/schema/tenant/classes";
import { savedViews } from "@/db/schema/tenant/saved-views";
import { students } from "@/db/schema/tenant/students";
import { newId } from "@/lib/ids";
import { hashPassword } from "@/lib/password-hash";
import { createToken } from "@/lib/tokens";
import { schoolKey, storage, studentKey } from "@/server/adapters/storage/storage";
import type { ProbeTarget } from "@/server/isolation/probes";
import { removeUsers } from "@/server/services/user";
import { eventsAbout } from "../support/look";
import { asOperator } from "../support/operator";
import { addJoinedInvitation, addSchoolInvitation } from "../support/school-invitations";
import { addPerson, makeSchool, type TestPerson, type TestSchool } from "../support/schools";
import { addDuplicate, addStudentRecords } from "../support/student-records";
import { addIncomingTransfer } from "../support/student-transfers";
import { atPlacement } from "../support/students";

export type Target = ProbeTarget & {
  school: TestSchool;
  /** Words of this school that must show nowhere else. */
  canaries: string[];
  sessions: Record<"ORG_ADMIN" | "ADMIN" | "PARENT" | "STUDENT", { sessionId: string; accountId: string }>;
};

const PASSWORD = "Colibri verde 7";
const passwordHash = hashPassword(PASSWORD);
const HOUR = 3_600_000;

/** A school with something of every kind that a procedure can name. */
export async function makeTarget(operatorUrl: string, placement: string): Promise<Target> {
  const school = await makeSchool(operatorUrl, placement);
  const { id: organizationId, people, classes } = school;
  const soon = new Date(Date.now() + HOUR);
  const invitation = createToken();
  const account = createToken();
  const reset = createToken();
  const emailChange = createToken();
  const handOff = createToken();
  const hash = await passwordHash;
  const ids = {
    pendingInvitationId: newId(),
    batchId: newId(),
    logoId: newId(),
    deletedOrganizationId: newId(),
    archivedClassId: newId(),
    viewId: newId(),
    apiKeyId: newId(),
    domainHost: `${newId()}.canary.example`,
  };
  const emails = {
    invited: `${newId()}@canary.example`,
    registered: `${newId()}@canary.example`,
    renewed: `${newId()}@canary.example`,
  };
  const made = await asOperator(operatorUrl, async (tx) => {
    const gone = await addPerson(tx, organizationId, { role: "PARENT" });
    const freeParent = await addPerson(tx, organizationId, { role: "PARENT" });
    await tx.db
      .insert(accountPasswords)
      .values({ accountId: people.ORG_ADMIN.accountId, passwordHash: hash });
    const open = async ({ accountId }: TestPerson) => {
      const sessionId = newId();
      await tx.db.insert(sessions).values({ id: sessionId, accountId, expiresAt: soon });
      return { sessionId, accountId };
    };
    const opened = {
      ORG_ADMIN: await open(people.ORG_ADMIN),
      ADMIN: await open(people.ADMIN),
      PARENT: await open(people.PARENT),
      STUDENT: await open(people.STUDENT),
    };
    await tx.db.insert(invitationBatches).values({
      organizationId,
      id: ids.batchId,
      createdBy: people.ORG_ADMIN.id,
      lineCount: 1,
      invitedCount: 1,
      refused: [],
    });
    await tx.db.insert(invitations).values({
      organizationId,
      id: ids.pendingInvitationId,
      batchId: ids.batchId,
      email: emails.invited,
      searchKey: ` ${emails.invited}`,
      role: "STUDENT",
      classId: classes.led,
      expiresAt: soon,
    });
    await tx.db.insert(invitationTokens).values({
      organizationId,
      id: newId(),
      invitationId: ids.pendingInvitationId,
      tokenHash: invitation.hash,
    });
    await tx.db.insert(tokens).values({
      id: newId(),
      purpose: "verify_email",
      email: emails.registered,
      tokenHash: account.hash,
      payload: { name: "Canary", passwordHash: hash, locale: "en" },
      expiresAt: soon,
    });
    await tx.db.insert(tokens).values({
      id: newId(),
      purpose: "reset_password",
      email: people.ORG_ADMIN.email,
      accountId: people.ORG_ADMIN.accountId,
      tokenHash: reset.hash,
      expiresAt: soon,
    });
    await tx.db.insert(organizationDomains).values({
      organizationId,
      host: ids.domainHost,
      token: createToken().token,
      verifiedAt: new Date(),
    });
    await tx.db.insert(handOffs).values({
      id: newId(),
      accountId: people.ORG_ADMIN.accountId,
      organizationId,
      tokenHash: handOff.hash,
      expiresAt: soon,
    });
    await tx.db.insert(emailChanges).values({
      id: newId(),
      accountId: people.ORG_ADMIN.accountId,
      oldEmail: people.ORG_ADMIN.email,
      newEmail: emails.renewed,
      oldTokenHash: emailChange.hash,
      newTokenHash: createToken().hash,
      expiresAt: soon,
    });
    const [master] = await tx.db
      .select({ id: organizations.id })
      .from(organizations)
      .where(eq(organizations.kind, "master"));
    const masterId = master?.id ?? organizationId;
    await tx.db.insert(organizations).values({
      id: ids.deletedOrganizationId,
      slug: `deleted-${ids.deletedOrganizationId}`,
      name: "Of another time",
      kind: "guest",
      masterId,
      status: "inactive",
      deletedAt: new Date(),
      purgeAfter: soon,
    });
    const joining = await addSchoolInvitation(tx);
    const revoked = await addSchoolInvitation(tx, { status: "revoked", closedAt: new Date() });
    const joined = await addJoinedInvitation(tx, school);
    // Where another stays, an admin may leave.
    await addPerson(tx, organizationId, { role: "ORG_ADMIN" });
    const [named] = await tx.db
      .select({ name: organizations.name })
      .from(organizations)
      .where(eq(organizations.id, organizationId));
    const withdrawn = await addPerson(tx, organizationId, { role: "STUDENT" });
    await tx.enterPlacement(placement);
    await tx.db.insert(enrollments).values({
      organizationId,
      id: newId(),
      classId: classes.led,
      userId: withdrawn.id,
      state: "withdrawn",
      withdrawnAt: new Date(),
      withdrawnOn: "2026-01-30",
    });
    await tx.db.insert(classTable).values({
      organizationId,
      id: ids.archivedClassId,
      name: "Of last year",
      sortKey: "of last year",
      state: "archived",
    });
    const lead = { organizationId, classId: ids.archivedClassId, userId: people.COACH.id, isLead: true };
    await tx.db.insert(classCoaches).values({ ...lead, id: newId() });
    await tx.db.insert(apiKeys).values({
      organizationId,
      id: ids.apiKeyId,
      name: "Timetable",
      prefix: `hr_${ids.apiKeyId.slice(-8)}`,
      keyHash: createToken().hash,
      permissions: ["user:list"],
      createdBy: people.ORG_ADMIN.id,
      expiresAt: soon,
    });
    await tx.db.insert(savedViews).values({
      organizationId,
      id: ids.viewId,
      userId: people.ORG_ADMIN.id,
      screen: "classes",
      name: "Full ones",
      sortKey: "full ones",
      query: "seats=full",
      isShared: true,
    });
    const records = await addStudentRecords(tx, school);
    const duplicateId = await addDuplicate(tx, school, records);
    const { incomingTransferId, otherSlug } = await addIncomingTransfer(tx, {
      ...{ toOrganizationId: organizationId, masterId },
    });
    return {
      duplicateId,
      incomingTransferId,
      otherSlug,
      gone,
      freeParent,
      opened,
      withdrawn,
      records,
      masterId,
      name: named?.name ?? "",
      schoolInvitationId: joining.id,
      revokedSchoolInvitationId: revoked.id,
      joinToken: joining.token,
      joinedToken: joined.token,
    };
  });
  const { word, transferToken, ...recordIds } = made.records;
  const photo = { organizationId, studentId: recordIds.studentId };
  const photoKey = studentKey(photo, "photos", `${ids.logoId}.webp`);
  await storage().put(photoKey, new Uint8Array(4));
  await atPlacement(operatorUrl, school, ({ db }) =>
    db.update(students).set({ photoKey }).where(eq(students.id, recordIds.studentId)),
  );
  await storage().put(schoolKey(organizationId, "logos", `${ids.logoId}.webp`), new Uint8Array(4));
  await removeUsers(school.actor(people.ORG_ADMIN), { ids: [made.gone.id] });
  const [event] = await eventsAbout(operatorUrl, school, made.gone.id);
  return {
    ...ids,
    ...recordIds,
    duplicateId: made.duplicateId,
    studentWord: word,
    transferToken,
    incomingTransferId: made.incomingTransferId,
    otherSlug: made.otherSlug,
    organizationId,
    slug: school.slug,
    schoolName: made.name,
    masterId: made.masterId,
    schoolInvitationId: made.schoolInvitationId,
    revokedSchoolInvitationId: made.revokedSchoolInvitationId,
    joinToken: made.joinToken,
    joinedToken: made.joinedToken,
    logoId: ids.logoId,
    userId: people.STUDENT.id,
    goneUserId: made.gone.id,
    freeParentId: made.freeParent.id,
    coachId: people.COACH.id,
    adminId: people.ORG_ADMIN.id,
    withdrawnUserId: made.withdrawn.id,
    otherClassId: classes.other,
    classId: classes.led,
    eventId: event?.id ?? "",
    sessionId: made.opened.ORG_ADMIN.sessionId,
    email: people.COACH.email,
    password: PASSWORD,
    invitationToken: invitation.token,
    accountToken: account.token,
    resetToken: reset.token,
    emailChangeToken: emailChange.token,
    handOffToken: handOff.token,
    school,
    canaries: [
      word,
      transferToken,
      made.incomingTransferId,
      ...Object.values(recordIds),
      organizationId,
      school.slug,
      ids.logoId,
      classes.led,
      ids.archivedClassId,
      ids.viewId,
      ids.apiKeyId,
      ids.domainHost,
      made.withdrawn.id,
      made.withdrawn.email,
      ids.pendingInvitationId,
      ids.batchId,
      emails.invited,
      emails.renewed,
      made.gone.email,
      made.freeParent.id,
      made.freeParent.email,
      ...Object.values(people).flatMap(({ id, accountId, email }) => [id, accountId, email]),
    ],
    sessions: made.opened,
  };
}
