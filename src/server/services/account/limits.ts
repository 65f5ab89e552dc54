import { countAttempt, forgetAttempts, forgiveAttempt, type Limit } from "@/server/rate-limit";

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

const PASSWORD_BY_ACCOUNT: Limit = { name: "password-account", points: 10, seconds: QUARTER };
const PASSWORD_BY_ADDRESS: Limit = { name: "password-address", points: 50, seconds: QUARTER };
const MAIL_BY_ACCOUNT: Limit = { name: "mail-account", points: 5, seconds: HOUR };
const MAIL_BY_ADDRESS: Limit = { name: "mail-address", points: 30, seconds: HOUR };
const DOWNLOAD_BY_ACCOUNT: Limit = { name: "download-account", points: 10, seconds: HOUR };
const LINK_BY_ADDRESS: Limit = { name: "link-address", points: 50, seconds: QUARTER };

// The network's address first: somebody who is stopped there cannot use up another person's attempts any more.

/** Before a password is tried, whether or not the e-mail belongs to anybody. */
export async function countPasswordAttempt(email: string, ipAddress: string | null): Promise<void> {
  if (ipAddress) await countAttempt(PASSWORD_BY_ADDRESS, ipAddress);
  await countAttempt(PASSWORD_BY_ACCOUNT, email);
}

/** After a right password: signing in often is no attack. */
export async function forgivePasswordAttempt(email: string, ipAddress: string | null): Promise<void> {
  await Promise.all([
    forgiveAttempt(PASSWORD_BY_ACCOUNT, email),
    ipAddress ? forgiveAttempt(PASSWORD_BY_ADDRESS, ipAddress) : undefined,
  ]);
}

/** After a new password was set through the mailbox: its owner need not wait. */
export async function forgetPasswordAttempts(email: string): Promise<void> {
  await forgetAttempts(PASSWORD_BY_ACCOUNT, email);
}

/** Before a message to an address that a visitor typed. */
export async function countMailRequest(email: string, ipAddress: string | null): Promise<void> {
  if (ipAddress) await countAttempt(MAIL_BY_ADDRESS, ipAddress);
  await countAttempt(MAIL_BY_ACCOUNT, email);
}

/** Before the messages of a change of address: as often as any for each address, whoever types it. */
export async function countEmailChange(
  { email }: { email: string },
  newEmail: string,
  ipAddress: string | null,
): Promise<void> {
  await countMailRequest(email, ipAddress);
  await countAttempt(MAIL_BY_ACCOUNT, newEmail);
}

/** Before somebody takes out a copy of all that is theirs. */
export async function countDownload(accountId: string): Promise<void> {
  await countAttempt(DOWNLOAD_BY_ACCOUNT, accountId);
}

/** Before a link is tried: each try costs a look-up, and some a password hash. */
export async function countLinkAttempt(ipAddress: string | null): Promise<void> {
  if (ipAddress) await countAttempt(LINK_BY_ADDRESS, ipAddress);
}
