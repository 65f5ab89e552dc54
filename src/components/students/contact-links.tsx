import { formatPhone } from "@/domain/identity/phone";

const CONTACT = "text-brand-text underline decoration-brand-line underline-offset-3 hover:decoration-current";

/** A stored phone number as people here write it, which calls it. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a href={`tel:${phone}`} className={`${CONTACT} whitespace-nowrap`}>
      {formatPhone(phone)}
    </a>
  );
}

export function MailLink({ email }: { email: string }) {
  return (
    <a href={`mailto:${email}`} className={CONTACT}>
      {email}
    </a>
  );
}
