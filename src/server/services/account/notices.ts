import { eq, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/core/accounts";
import { atGate, type GateTx } from "@/db/scope";
import type { UpdateNoticesInput } from "@/domain/notification-schemas";
import { type NoticeKind, noticeKindsOf, wantsNotice } from "@/domain/notifications";
import { recordGateEvents } from "../audit";
import { actorOf, type SignedIn } from "./queries";

/** What one is told by e-mail: the kinds that one's role can choose from, and what was chosen. */
export async function getNotices({ session }: SignedIn): Promise<{ kind: NoticeKind; isOn: boolean }[]> {
  const { account, user } = session;
  const chosen = await atGate({ accountId: account.id }, (tx) => readChoices(tx, account.id));
  return noticeKindsOf(user?.role ?? "PARENT").map((kind) => ({ kind, isOn: wantsNotice(chosen, kind) }));
}

/** Changes the kinds that are given; two changes at once keep both. */
export async function updateNotices(who: SignedIn, choices: UpdateNoticesInput): Promise<void> {
  const { account, organization } = who.session;
  await atGate({ accountId: account.id }, async (tx) => {
    await tx.db
      .update(accounts)
      .set({
        notifications: sql`${accounts.notifications} || ${JSON.stringify(choices)}::jsonb`,
        updatedAt: new Date(),
      })
      .where(eq(accounts.id, account.id));
    // That it was changed, not what: the choice is the person's own.
    await recordGateEvents(tx, actorOf(who), organization?.id ?? null, [
      {
        action: "account.notifications_changed",
        subject: { type: "account", id: account.id, name: account.email },
      },
    ]);
  });
}

async function readChoices(tx: GateTx, accountId: string): Promise<Record<string, boolean>> {
  const [row] = await tx.db
    .select({ notifications: accounts.notifications })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row?.notifications ?? {};
}
