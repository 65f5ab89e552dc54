import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { AcceptInvitation } from "@/components/invitations/accept-invitation";
import { ButtonLink } from "@/components/ui/button-link";
import { StatePage } from "@/components/ui/state-page";
import { api, requestContext } from "@/trpc/server";
import { SchoolPage } from "../../_components/school-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations.accept");
  // The address is the key to an account: it goes to nobody as a referrer.
  return { title: t("pageTitle"), referrer: "no-referrer" };
}

/** What the link of an invitation opens: its acceptance, or why it cannot be accepted. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, caller, t] = await Promise.all([params, api(), getTranslations("invitations.accept")]);
  const invitation = await caller.invitation.open({ token }).catch(() => undefined);
  if (!invitation) return <UnknownInvitation />;
  const [{ session }, format] = await Promise.all([requestContext(), getFormatter()]);
  const { schoolName, logoUrl, settings, email, name, role, status, hasAccount, expiresAt } = invitation;
  const until = format.dateTime(expiresAt, { dateStyle: "long", timeZone: settings["region.timeZone"] });
  const frame = {
    school: {
      name: schoolName,
      logoUrl,
      primaryColor: settings["branding.primaryColor"],
      motto: settings["branding.motto"],
    },
  };
  if (status === "pending") {
    const signedIn = session && { name: session.account.name, email: session.account.email };
    return (
      <SchoolPage
        {...frame}
        title={t("title", { school: schoolName })}
        description={t("as", { role })}
        foot={<span>{t("until", { until })}</span>}
      >
        <AcceptInvitation
          token={token}
          school={schoolName}
          email={email}
          name={name}
          hasAccount={hasAccount}
          other={signedIn && signedIn.email !== email ? signedIn : null}
        />
      </SchoolPage>
    );
  }
  const isUsed = status === "accepted";
  return (
    <SchoolPage {...frame} title={t(isUsed ? "usedTitle" : `${status}Title`)}>
      <p className="text-ink-2">
        {isUsed
          ? t("usedBody", { email })
          : status === "expired"
            ? t("expiredBody", { until, school: schoolName })
            : t("revokedBody", { school: schoolName })}
      </p>
      <div>
        <ButtonLink href={isUsed ? "/sign-in" : "/"} variant={isUsed ? "primary" : "default"}>
          {isUsed ? t("signIn") : t("toStart")}
        </ButtonLink>
      </div>
    </SchoolPage>
  );
}

async function UnknownInvitation() {
  const [t, tApp] = await Promise.all([getTranslations("invitations.accept"), getTranslations("app")]);
  return (
    <StatePage
      product={tApp("name")}
      drawing="door"
      title={t("unknownTitle")}
      actions={<ButtonLink href="/">{t("toStart")}</ButtonLink>}
    >
      <p>{t("unknownBody")}</p>
    </StatePage>
  );
}
