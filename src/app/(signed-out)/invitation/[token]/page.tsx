import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { AcceptInvitation } from "@/components/invitations/accept-invitation";
import { ButtonLink } from "@/components/ui/button-link";
import { StatePage } from "@/components/ui/state-page";
import { organizationSettingsSchema } from "@/domain/organization";
import { api, requestContext } from "@/trpc/server";
import { InvitationFrame } from "../_components/invitation-frame";

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
  const { schoolName, email, name, role, status, hasAccount, expiresAt } = invitation;
  const { branding, defaults } = organizationSettingsSchema.parse(invitation.settings);
  const until = format.dateTime(expiresAt, { dateStyle: "long", timeZone: defaults.timeZone });
  const frame = { school: { name: schoolName, ...branding } };
  if (status === "pending") {
    const signedIn = session && { name: session.account.name, email: session.account.email };
    return (
      <InvitationFrame
        {...frame}
        title={t("title", { school: schoolName })}
        description={t("as", { role })}
        foot={t("until", { until })}
      >
        <AcceptInvitation
          token={token}
          school={schoolName}
          email={email}
          name={name}
          hasAccount={hasAccount}
          other={signedIn && signedIn.email !== email ? signedIn : null}
        />
      </InvitationFrame>
    );
  }
  const isUsed = status === "accepted";
  return (
    <InvitationFrame {...frame} title={t(isUsed ? "usedTitle" : `${status}Title`)}>
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
    </InvitationFrame>
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
