import { eq } from "drizzle-orm";
import { addressColumn } from "@/db/address-column";
import { organizations } from "@/db/schema/core/organizations";
import type { GateTx } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import type { AppLocale } from "@/domain/locale";
import { localeSchema } from "@/domain/preference-schemas";
import { DEFAULT_SETTINGS } from "@/domain/setting-list";
import type { AddressedSchool } from "@/lib/school-host";
import { mailer } from "@/server/adapters/mail/mailer";
import { keepInOutbox } from "@/server/adapters/mail/outbox-table";
import { type MailSchool, mailSchool, type RenderedMail } from "@/server/adapters/mail/render";
import { platformUrl, schoolUrl } from "@/server/tenancy/school-url";
import { findDefaultOrganization, findMembership } from "./queries";

/** What the messages to an account have in common: who reads them, where their links lead, how they leave. */

type Reader = {
  name: string;
  locale: AppLocale;
  school: MailSchool;
  /** Where their links lead; the platform's own where there is no school. */
  address: AddressedSchool | undefined;
};

/** How to write to somebody: by their account, or as they registered; names the account to the gate. */
export async function readerOf(
  tx: GateTx,
  account: { id: string; name: string; locale: string | null } | undefined,
  payload: { name: string; locale: string } | null,
): Promise<Reader> {
  const school = (account && (await schoolOf(tx, account.id))) ?? (await findDefaultOrganization(tx));
  const settings = school?.settings ?? DEFAULT_SETTINGS;
  const locale = localeSchema.safeParse(account?.locale ?? payload?.locale);
  return {
    name: account?.name ?? payload?.name ?? "",
    locale: locale.data ?? settings["region.locale"],
    school: mailSchool(school?.name ?? "Homeroom", settings),
    address: school?.address,
  };
}

async function schoolOf(tx: GateTx, accountId: string) {
  await tx.name({ accountId });
  const membership = await findMembership(tx, accountId);
  if (!membership) return undefined;
  const [school] = await tx.db
    .select({ name: organizations.name, address: addressColumn, settings: settingsColumn })
    .from(organizations)
    .where(eq(organizations.id, membership.organizationId));
  return school;
}

/** An address of the reader's school, with the token of a link. */
export function link({ address }: Pick<Reader, "address">, path: string, token?: string): string {
  const url = new URL(address ? schoolUrl(address, path) : platformUrl(path));
  if (token) url.searchParams.set("token", token);
  return url.toString();
}

/** Hands a message over; throws MailError. */
export async function send(to: string, { subject, html, text }: RenderedMail): Promise<void> {
  await mailer(keepInOutbox).send({ to, subject, html, text });
}
