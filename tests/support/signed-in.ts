import { newId } from "@/lib/ids";
import type { SignedIn } from "@/server/services/account/queries";
import type { TestPerson, TestSchool } from "./schools";

/** A person of a school as a request of theirs is understood, without a session of their own. */
export function signedInAs(school: TestSchool, { id, accountId, email, name, role }: TestPerson): SignedIn {
  return {
    ipAddress: null,
    userAgent: null,
    session: {
      id: newId(),
      account: { id: accountId, email, name },
      user: { id, role, status: "active" },
      organization: { id: school.id, placement: school.placement, status: "active" },
    },
  };
}
