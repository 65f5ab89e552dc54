import type { JobHelpers } from "graphile-worker";
import { MailError } from "../adapters/mail/message";

/** Waits for a message to leave; that no mailbox will ever take it is written down and not tried again. */
export async function unlessRefused(
  logger: Pick<JobHelpers["logger"], "warn">,
  sending: Promise<void>,
): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!(error instanceof MailError && error.permanent)) throw error;
    logger.warn(`Not sent, and not tried again: ${error.message}`);
  }
}
