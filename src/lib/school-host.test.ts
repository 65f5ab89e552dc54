import { describe, expect, test } from "vitest";
import { type HostRules, hostOfSchool, isDomainName, placeOfHost, slugHost } from "./school-host";

const plain: HostRules = {
  appHost: "homeroom.example",
  appDomain: "homeroom.example",
  masterAliases: [],
  takesLoopback: false,
};
const ueipab: HostRules = {
  appHost: "bischeduler.ueipab.edu.ve",
  appDomain: "ueipab.edu.ve",
  prefix: "bischeduler",
  masterAliases: ["scheduler.ueipab.edu.ve"],
  takesLoopback: false,
};
const local: HostRules = {
  appHost: "localhost:3000",
  appDomain: "localhost:3000",
  masterAliases: [],
  takesLoopback: true,
};
const single: HostRules = { ...plain, appDomain: undefined };

const show = (given: string | null, rules: HostRules) => Object.values(placeOfHost(given, rules)).join(" ");

describe("a host under the platform's domain", () => {
  test.each([
    ["homeroom.example", "apex"],
    ["HomeRoom.Example:443", "apex"],
    ["homeroom.example.", "apex"],
    ["liceo.homeroom.example", "slug liceo"],
    ["LICEO.HOMEROOM.EXAMPLE.", "slug liceo"],
    ["liceo.homeroom.example:8443", "slug liceo"],
    ["a.b.homeroom.example", "unknown"],
    [".homeroom.example", "unknown"],
    ["-a.homeroom.example", "unknown"],
    ["a_b.homeroom.example", "unknown"],
    [`${"a".repeat(63)}.homeroom.example`, `slug ${"a".repeat(63)}`],
    [`${"a".repeat(64)}.homeroom.example`, "unknown"],
    ["evilhomeroom.example", "domain evilhomeroom.example"],
    ["liceo.edu.ve", "domain liceo.edu.ve"],
    ["colegio-ñandú.edu.ve", "domain xn--colegio-and-8db4j.edu.ve"],
    ["homeroom.example.evil.test", "domain homeroom.example.evil.test"],
    ["localhost", "unknown"],
    ["127.0.0.1", "unknown"],
    ["203.0.113.7:3000", "unknown"],
    ["[2001:db8::1]", "unknown"],
    ["0x7f000001", "unknown"],
    ["liceo.homeroom.example@evil.test", "unknown"],
    ["liceo.homeroom.example/evil", "unknown"],
    ["liceo.homeroom.example, evil.test", "unknown"],
    ["liceo.homeroom.example:port", "unknown"],
    [`${"a.".repeat(126)}edu`, "unknown"],
    ["", "unknown"],
    [null, "unknown"],
  ])("%j is %s", (given, place) => expect(show(given, plain)).toBe(place));
});

describe("with a prefix", () => {
  test.each([
    ["bischeduler.ueipab.edu.ve", "master"],
    ["scheduler.ueipab.edu.ve", "master"],
    ["Scheduler.UEIPAB.edu.ve.:443", "master"],
    ["bischeduler-escuela1.ueipab.edu.ve", "slug escuela1"],
    ["escuela1.ueipab.edu.ve", "unknown"],
    ["bischeduler-.ueipab.edu.ve", "unknown"],
    ["bischedulerescuela1.ueipab.edu.ve", "unknown"],
    ["other-escuela1.ueipab.edu.ve", "unknown"],
    ["escuela1.edu.ve", "domain escuela1.edu.ve"],
  ])("%j is %s", (given, place) => expect(show(given, ueipab)).toBe(place));
});

describe("on a machine of one's own", () => {
  test.each([
    ["localhost:3000", "apex"],
    ["127.0.0.1:3001", "apex"],
    ["[::1]:3000", "apex"],
    ["stemblock.localhost:3000", "slug stemblock"],
    ["stemblock.localhost:3001", "slug stemblock"],
    ["school.example", "domain school.example"],
  ])("%j is %s", (given, place) => expect(show(given, local)).toBe(place));
});

test("without a domain every host is the one address", () => {
  for (const host of ["homeroom.example", "liceo.homeroom.example", "evil.test", null])
    expect(show(host, single)).toBe("shared");
});

describe("the address of a school", () => {
  const guest = { slug: "escuela1", isMaster: false, domain: null };
  const master = { slug: "ueipab", isMaster: true, domain: null };
  test.each([
    [guest, plain, "escuela1.homeroom.example"],
    [master, plain, "ueipab.homeroom.example"],
    [guest, ueipab, "bischeduler-escuela1.ueipab.edu.ve"],
    [master, ueipab, "bischeduler.ueipab.edu.ve"],
    [guest, local, "escuela1.localhost:3000"],
    [guest, single, "homeroom.example"],
    [{ ...guest, domain: "escuela1.edu.ve" }, plain, "escuela1.edu.ve"],
    [{ ...guest, domain: "escuela1.edu.ve" }, local, "escuela1.edu.ve:3000"],
    [{ ...guest, domain: "escuela1.edu.ve" }, single, "homeroom.example"],
  ])("of %j", (school, rules, host) => expect(hostOfSchool(school, rules)).toBe(host));

  test.each([plain, ueipab, local])("leads back to it", (rules) => {
    expect(placeOfHost(slugHost(guest, rules), rules)).toEqual({ kind: "slug", slug: "escuela1" });
  });
});

test.each([
  ["escuela.edu.ve", true],
  ["localhost", false],
  ["10.0.0.1", false],
  ["escuela.123", false],
  ["a..b", false],
  ["-a.edu.ve", false],
])("%s as a domain of one's own: %s", (host, is) => expect(isDomainName(host)).toBe(is));
