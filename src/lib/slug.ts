import { z } from "zod";

/** Names that a host must not have, because the platform or mail software uses them. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "www www1 www2 api app apps admin administrator root system platform homeroom master default school schools org " +
    "auth login signin signup sso oauth account accounts billing status health metrics static assets cdn media files " +
    "img images mail email smtp imap pop pop3 mx webmail autoconfig autodiscover postmaster hostmaster webmaster abuse " +
    "security noc ns ns1 ns2 dns ftp sftp ssh vpn proxy gateway localhost local internal intranet test staging dev demo " +
    "beta docs help support blog news about contact legal privacy terms wpad isatap broadcasthost null undefined"
  ).split(" "),
);

/** With a prefix of 20 and a hyphen before it still a DNS label, which RFC 1123 ends at 63 characters. */
const LONGEST = 40;

/** A DNS label free to be a school's host name; issues carry `errors` message keys. */
export const slugSchema = z
  .string({ error: "slug.invalid" })
  .trim()
  .toLowerCase()
  .min(2, "slug.tooShort")
  .max(LONGEST, "slug.tooLong")
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "slug.invalid")
  .refine((slug) => !/^[0-9]+$/.test(slug), "slug.invalid")
  .refine((slug) => !RESERVED.has(slug), "slug.reserved");
