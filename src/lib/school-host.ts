/** Which school a host name stands for, and the host name of a school: rules without a look-up. */

export type HostRules = {
  /** `host[:port]` of APP_URL: the platform's own address. */
  appHost: string;
  /** `host[:port]` under which schools have theirs; without one, every school is at the platform's address. */
  appDomain?: string | undefined;
  /** Before the slug of a guest, and alone for the master. */
  prefix?: string | undefined;
  /** Further hosts of the master. */
  masterAliases: readonly string[];
  /** Whether this machine's own names are the platform's address too. */
  takesLoopback: boolean;
};

/** What a host stands for; `shared` is the one address of all schools. */
export type HostPlace =
  | { kind: "shared" | "apex" | "master" | "unknown" }
  | { kind: "slug"; slug: string }
  | { kind: "domain"; host: string };

/** A school as its address needs it; `domain` is its verified primary one. */
export type AddressedSchool = { slug: string; isMaster: boolean; domain: string | null };

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const SLUG = new RegExp(`^${LABEL}$`);
// A last label of figures alone is an IP address.
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+(?![0-9]+$)[a-z0-9-]{2,63}$`);
const MAX_HOST = 253;

/** What the value of a Host header stands for; whether such a school exists is for the database to say. */
export function placeOfHost(given: string | null | undefined, rules: HostRules): HostPlace {
  if (rules.appDomain === undefined) return { kind: "shared" };
  const host = hostName(given);
  if (host === undefined) return { kind: "unknown" };
  const domain = hostName(rules.appDomain) ?? "";
  const masters = rules.prefix ? [`${rules.prefix}.${domain}`, ...rules.masterAliases] : rules.masterAliases;
  if (masters.some((each) => hostName(each) === host)) return { kind: "master" };
  if (host === hostName(rules.appHost) || host === domain) return { kind: "apex" };
  if (rules.takesLoopback && LOOPBACK.has(host)) return { kind: "apex" };
  if (host.endsWith(`.${domain}`)) return placeOfLabel(host.slice(0, -domain.length - 1), rules.prefix);
  return isDomainName(host) ? { kind: "domain", host } : { kind: "unknown" };
}

function placeOfLabel(label: string, prefix: string | undefined): HostPlace {
  const before = prefix ? `${prefix}-` : "";
  const slug = label.slice(before.length);
  return label.startsWith(before) && SLUG.test(label) && SLUG.test(slug)
    ? { kind: "slug", slug }
    : { kind: "unknown" };
}

/** `host[:port]` at which a school is found, by its own domain where it has one. */
export function hostOfSchool({ domain, ...school }: AddressedSchool, rules: HostRules): string {
  if (rules.appDomain === undefined) return rules.appHost;
  return domain === null ? slugHost(school, rules) : domain + portOf(rules.appDomain);
}

/** `host[:port]` of a school under the platform's domain, which it has beside any of its own. */
export function slugHost({ slug, isMaster }: Omit<AddressedSchool, "domain">, rules: HostRules): string {
  const { appDomain, appHost, prefix } = rules;
  if (appDomain === undefined) return appHost;
  if (!prefix) return `${slug}.${appDomain}`;
  return isMaster ? `${prefix}.${appDomain}` : `${prefix}-${slug}.${appDomain}`;
}

/** What stands before and after the slug where the address of a guest is shown. */
export function aroundSlug(rules: HostRules): { before: string; after: string } {
  const { appDomain, appHost, prefix } = rules;
  if (appDomain === undefined) return { before: `${appHost}/schools/`, after: "" };
  return { before: prefix ? `${prefix}-` : "", after: `.${appDomain}` };
}

/** Whether this could be somebody's own domain: two labels or more, and no IP address. */
export function isDomainName(host: string): boolean {
  return host.length <= MAX_HOST && DOMAIN.test(host);
}

/** The name in `host[:port]`: lower case, in ASCII, without a trailing dot; undefined for what is no host. */
export function hostName(given: string | null | undefined): string | undefined {
  if (!given || /[\s/\\@?#%]/.test(given)) return undefined;
  const name = URL.parse(`http://${given}`)?.hostname;
  return name?.endsWith(".") ? name.slice(0, -1) || undefined : name;
}

function portOf(host: string): string {
  return /:\d+$/.exec(host)?.[0] ?? "";
}
