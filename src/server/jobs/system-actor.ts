import type { Actor, OrganizationActor } from "@/db/scope";

/** The system itself inside one school, for jobs. The scope looks up where the school is placed. */
export function systemActor(organizationId: string): OrganizationActor {
  return {
    organizationId,
    placement: "app",
    accountId: null,
    userId: null,
    name: "Homeroom",
    role: "ORG_ADMIN",
    ipAddress: null,
    via: "job",
  };
}

/** The system itself on the platform, for jobs. */
export const PLATFORM_ITSELF: Actor = {
  accountId: null,
  userId: null,
  name: "Homeroom",
  role: "ADMIN",
  ipAddress: null,
  via: "job",
};
