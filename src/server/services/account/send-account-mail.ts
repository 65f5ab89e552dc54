import { and, eq, gt, isNull } from "drizzle-orm";
import { tokens } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { atGate, type GateTx } from "@/db/scope";
import { type AppLocale, localeSchema } from "@/domain/locale";
import { organizationSettingsSchema } from "@/domain/organization";
import { env } from "@/lib/env";
import { createToken } from "@/lib/tokens";
import { mailer } from "@/server/adapters/mail/mailer";
import { keepInOutbox } from "@/server/adapters/mail/outbox-table";
import {
  type MailSchool,
  type RenderedMail,
  renderAlreadyMember,
  renderPasswordChanged,
  renderResetPassword,
  renderVerifyEmail,
} from "@/server/adapters/mail/render";
import { findAccount, findDefaultOrganization, findMembership } from "./queries";

const VERIFY_HOURS = 24;
const RESET_MINUTES = 60;

type Reader = { name: string; locale: AppLocale; school: MailSchool };

/**
 * Answers a registration or a forgotten password by e-mail: with a link, whose token is made here and stored as a
 * hash alone, or by telling the owner of an account that they have one. Each attempt makes a new token.
 */
export async function sendTokenMail({ tokenId, email }: { tokenId: string; email: string }): Promise<void> {
  const prepared = await atGate({ email }, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(tokens)
      .where(
        and(
          eq(tokens.id, tokenId),
          eq(tokens.email, email),
          isNull(tokens.usedAt),
          gt(tokens.expiresAt, new Date()),
        ),
      );
    if (!row) return undefined;
    const account = await findAccount(tx, email);
    const reader = await readerOf(tx, account, row.payload);
    if (account && row.purpose === "verify_email") return { kind: "alreadyMember" as const, reader };
    if (!account && row.purpose === "reset_password") return undefined;
    const { token, hash } = createToken();
    await tx.db.update(tokens).set({ tokenHash: hash }).where(eq(tokens.id, tokenId));
    return { kind: row.purpose, reader, token };
  });
  if (!prepared) return;
  const { reader } = prepared;
  if (prepared.kind === "alreadyMember")
    return send(email, await renderAlreadyMember({ ...reader, url: link("/sign-in") }));
  if (prepared.kind === "verify_email") {
    const url = link("/verify-email", prepared.token);
    return send(email, await renderVerifyEmail({ ...reader, url, hours: VERIFY_HOURS }));
  }
  const url = link("/reset-password", prepared.token);
  return send(email, await renderResetPassword({ ...reader, url, minutes: RESET_MINUTES }));
}

/** Tells the owner of an account that its password was changed. */
export async function sendPasswordChangedMail({ email, at }: { email: string; at: Date }): Promise<void> {
  const reader = await atGate({ email }, async (tx) => {
    const account = await findAccount(tx, email);
    return account && readerOf(tx, account, null);
  });
  if (!reader) return;
  await send(email, await renderPasswordChanged({ ...reader, url: link("/forgot-password"), at }));
}

async function readerOf(
  tx: GateTx,
  account: { id: string; name: string; locale: string | null } | undefined,
  payload: { name: string; locale: string } | null,
): Promise<Reader> {
  const school = (account && (await schoolOf(tx, account.id))) ?? (await findDefaultOrganization(tx));
  const { branding, defaults } = organizationSettingsSchema.parse(school?.settings ?? {});
  const locale = localeSchema.safeParse(account?.locale ?? payload?.locale);
  return {
    name: account?.name ?? payload?.name ?? "",
    locale: locale.data ?? defaults.locale,
    school: {
      name: school?.name ?? "Homeroom",
      primaryColor: branding.primaryColor,
      motto: branding.motto,
      timeZone: defaults.timeZone,
    },
  };
}

async function schoolOf(tx: GateTx, accountId: string) {
  await tx.name({ accountId });
  const membership = await findMembership(tx, accountId);
  if (!membership) return undefined;
  const [school] = await tx.db
    .select({ name: organizations.name, settings: organizations.settings })
    .from(organizations)
    .where(eq(organizations.id, membership.organizationId));
  return school;
}

function link(path: string, token?: string): string {
  const url = new URL(path, env().APP_URL);
  if (token) url.searchParams.set("token", token);
  return url.toString();
}

async function send(to: string, { subject, html, text }: RenderedMail): Promise<void> {
  await mailer(keepInOutbox).send({ to, subject, html, text });
}
