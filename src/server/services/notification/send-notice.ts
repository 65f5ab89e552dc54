import { and, eq, isNull } from "drizzle-orm";
import { addressColumn } from "@/db/address-column";
import { accounts } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { atGate, type OrganizationActor, readInOrganization } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import type { Notice } from "@/domain/notification-schemas";
import { wantsNotice } from "@/domain/notifications";
import { localeSchema } from "@/domain/preference-schemas";
import { mailer } from "@/server/adapters/mail/mailer";
import { keepInOutbox } from "@/server/adapters/mail/outbox-table";
import { mailSchool } from "@/server/adapters/mail/render";
import { renderNotice } from "@/server/adapters/mail/render-notice";
import { schoolUrl } from "@/server/tenancy/school-url";

/**
 * Mails somebody what happened to them, in their language and the school's look. Quiet where they chose not to be
 * told, have left the school, or the school is not open. Throws MailError where the message cannot leave.
 */
export async function sendNotice(
  actor: OrganizationActor,
  { userId, notices }: { userId: string; notices: readonly Notice[] },
): Promise<void> {
  const member = await readMember(actor, userId);
  if (member?.schoolStatus !== "active") return;
  const account = await readAccount(member.accountId);
  if (!account?.emailVerifiedAt) return;
  // Who is shut out is told that, and nothing of what goes on inside.
  const open = (kind: Notice["kind"]) => member.status === "active" || kind === "membership";
  const wanted = notices.filter(({ kind }) => open(kind) && wantsNotice(account.notifications, kind));
  if (wanted.length === 0) return;
  const { settings, schoolName, address } = member;
  const manageUrl = schoolUrl(address, "/account/notifications");
  const mail = await renderNotice({
    locale: localeSchema.safeParse(account.locale).data ?? settings["region.locale"],
    school: mailSchool(schoolName, settings),
    name: account.name,
    notices: wanted,
    url: schoolUrl(address, "/"),
    manageUrl,
  });
  await mailer(keepInOutbox).send({
    to: account.email,
    ...mail,
    headers: { "List-Unsubscribe": `<${manageUrl}>` },
  });
}

async function readMember(actor: OrganizationActor, userId: string) {
  const [member] = await readInOrganization(actor, (tx) =>
    tx.db
      .select({
        accountId: users.accountId,
        status: users.status,
        schoolName: organizations.name,
        schoolStatus: organizations.status,
        address: addressColumn,
        settings: settingsColumn,
      })
      .from(users)
      .innerJoin(organizations, eq(organizations.id, users.organizationId))
      .where(and(eq(users.organizationId, actor.organizationId), eq(users.id, userId), isNull(users.leftAt))),
  );
  return member;
}

// No school reads accounts: what a person chose is read as the person's own.
async function readAccount(accountId: string) {
  const [account] = await atGate({ accountId }, (tx) =>
    tx.db.select().from(accounts).where(eq(accounts.id, accountId)),
  );
  return account;
}
