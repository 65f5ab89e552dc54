import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/core/accounts";
import { atGate } from "@/db/scope";
import type { UpdatePreferencesInput } from "@/domain/preference-schemas";
import { recordGateEvents } from "../audit";
import { actorOf, type SignedIn } from "./queries";

/** Keeps language, theme and density with the account, so that they are there on the next device. */
export async function updatePreferences(who: SignedIn, preferences: UpdatePreferencesInput): Promise<void> {
  const { account, organization } = who.session;
  await atGate({ accountId: account.id }, async (tx) => {
    await tx.db
      .update(accounts)
      .set({ ...preferences, updatedAt: new Date() })
      .where(eq(accounts.id, account.id));
    await recordGateEvents(tx, actorOf(who), organization?.id ?? null, [
      {
        action: "account.preferences_changed",
        subject: { type: "account", id: account.id, name: account.email },
        after: { ...preferences },
      },
    ]);
  });
}
