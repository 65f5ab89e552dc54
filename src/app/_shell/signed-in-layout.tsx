import type { ReactNode } from "react";
import { VisitBanner } from "@/components/admin/visit-banner";
import { AppFrame } from "@/components/shell/app-frame";
import { requestContext } from "@/trpc/server";
import { NoWayIn } from "./no-way-in";
import { requireSession } from "./require";

/** The frame of every signed-in page; who has no open way into a school is told why instead. */
export async function SignedInLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const { actor, school } = await requestContext();
  const { account, user, organization, entered } = session;
  if (actor && user && school) {
    return (
      <AppFrame
        deviceKey={`${school.id}.${user.id}`}
        person={{
          name: account.name,
          email: account.email,
          role: actor.role,
          ownRole: user.role,
          photoUrl: user.photoUrl,
        }}
        school={{ name: school.name, motto: school.settings["branding.motto"], logoUrl: school.logoUrl }}
        banner={
          entered ? (
            <VisitBanner
              school={school.name}
              readOnly={entered.readOnly}
              remaining={entered.until.getTime() - Date.now()}
            />
          ) : undefined
        }
      >
        {children}
      </AppFrame>
    );
  }
  const why = !user || !organization ? "noSchool" : user.status !== "active" ? "suspended" : "schoolClosed";
  return (
    <NoWayIn
      why={why}
      email={account.email}
      school={
        organization ? { name: organization.name, email: organization.settings["contact.email"] } : undefined
      }
    />
  );
}
