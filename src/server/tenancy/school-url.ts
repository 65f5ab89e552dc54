import { env } from "@/lib/env";
import { hostRules } from "@/lib/host-rules";
import { type AddressedSchool, hostOfSchool, slugHost } from "@/lib/school-host";

/** A page of a school, by its own address where schools have one. */
export function schoolUrl(school: AddressedSchool, path: string): string {
  return urlAt(hostOfSchool(school, hostRules()), path);
}

/** As `schoolUrl`, by the address under the platform's domain, which no change of a school's own domain touches. */
export function slugUrl(school: Omit<AddressedSchool, "domain">, path: string): string {
  return urlAt(slugHost(school, hostRules()), path);
}

/** A page of the platform's own address. */
export function platformUrl(path: string): string {
  return new URL(path, env().APP_URL).toString();
}

/** A path at this host. */
export function urlAt(host: string, path: string): string {
  return new URL(path, `${new URL(env().APP_URL).protocol}//${host}`).toString();
}
