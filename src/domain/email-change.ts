/** Of the two addresses of a change: the present one, or the one that takes its place. */
export const EMAIL_SIDES = ["old", "new"] as const;
export type EmailSide = (typeof EMAIL_SIDES)[number];

/** An address that its owner recognises and nobody else reads: its first letter and its domain. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
}
