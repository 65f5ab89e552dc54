import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppFrame } from "@/components/shell/app-frame";
import { SignOutButton } from "@/components/shell/sign-out-button";
import { StatePage } from "@/components/ui/state-page";
import { requestContext } from "@/trpc/server";
import { requireSession } from "./require";

/** The frame of every signed-in page; who has no open way into a school is told why instead. */
export async function SignedInLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const [{ actor }, t] = await Promise.all([requestContext(), getTranslations("app")]);
  const { account, user, organization } = session;
  if (actor && user && organization) {
    return (
      <AppFrame
        person={{ name: account.name, email: account.email, role: user.role }}
        school={{ name: organization.name, motto: organization.settings.branding.motto }}
      >
        {children}
      </AppFrame>
    );
  }
  const why = !user || !organization ? "noSchool" : user.status !== "active" ? "suspended" : "schoolClosed";
  return (
    <StatePage
      product={t("name")}
      drawing="door"
      lead={organization ? <p className="font-medium">{organization.name}</p> : undefined}
      title={t(`state.${why}.title`)}
      actions={<SignOutButton />}
      foot={account.email}
    >
      <p>{t(`state.${why}.body`)}</p>
    </StatePage>
  );
}
