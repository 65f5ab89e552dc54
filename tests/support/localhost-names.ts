import dns from "node:dns";

/** Lets Node find `*.localhost` on this machine, as browsers do (RFC 6761): its resolver asks the network. */

const isLocal = (name: string) => name === "localhost" || name.endsWith(".localhost");
const HERE = { address: "127.0.0.1", family: 4 };

const held = globalThis as typeof globalThis & { homeroomLocalNames?: true };

if (!held.homeroomLocalNames) {
  held.homeroomLocalNames = true;
  const { lookup } = dns;
  const { lookup: lookupLater } = dns.promises;
  type Callback = (error: null, address: unknown, family?: number) => void;
  dns.lookup = Object.assign((name: string, ...rest: unknown[]) => {
    const callback = rest.at(-1) as Callback;
    if (!isLocal(name)) return Reflect.apply(lookup, dns, [name, ...rest]);
    const all = typeof rest[0] === "object" && rest[0] !== null && Reflect.get(rest[0], "all") === true;
    if (all) callback(null, [HERE]);
    else callback(null, HERE.address, HERE.family);
  }, lookup) as typeof dns.lookup;
  dns.promises.lookup = (async (name: string, options?: unknown) => {
    if (!isLocal(name)) return Reflect.apply(lookupLater, dns.promises, [name, options]);
    const all = typeof options === "object" && options !== null && Reflect.get(options, "all") === true;
    return all ? [HERE] : HERE;
  }) as typeof dns.promises.lookup;
}
