import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getFormatter, getTranslations } from "next-intl/server";
import { SchoolPage } from "@/app/(signed-out)/_components/school-page";
import { JoinDone } from "@/components/onboarding/join-done";
import { JoinWizard } from "@/components/onboarding/join-wizard";
import type { OpenInvitation } from "@/components/onboarding/types";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { StatePage } from "@/components/ui/state-page";
import { academicYearsAround } from "@/domain/academic-year";
import { themeSchema } from "@/domain/preference-schemas";
import { DEFAULT_BRAND_COLOR, DEFAULT_TIME_ZONE } from "@/domain/setting-list";
import { hostRules } from "@/lib/host-rules";
import { aroundSlug } from "@/lib/school-host";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  // The address is the key to a school: it goes to nobody as a referrer.
  return { title: t("pageTitle"), referrer: "no-referrer" };
}

/** What the link of a school's invitation opens: the wizard, the school that has joined, or why it opens neither. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, caller, jar] = await Promise.all([params, api(), cookies()]);
  const invitation = await caller.onboarding.open({ token }).catch((error: unknown) => {
    const isNone = error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(error.code);
    if (isNone) return undefined;
    throw error;
  });
  if (!invitation) return <UnknownLink />;
  const theme = themeSchema.safeParse(jar.get("theme")?.value).data ?? "system";
  const { status, account, name, slug, email } = invitation;
  if (status === "accepted") {
    const joined = await caller.onboarding.progress({ token });
    return <JoinDone token={token} theme={theme} joined={joined} />;
  }
  if (status !== "pending" || account.has === "place") return <ClosedDoor invitation={invitation} />;
  const [t, format] = await Promise.all([getTranslations("join"), getFormatter()]);
  const until = format.dateTime(invitation.expiresAt, { dateStyle: "long", timeZone: DEFAULT_TIME_ZONE });
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: DEFAULT_TIME_ZONE }).format();
  return (
    <JoinWizard
      token={token}
      theme={theme}
      invitation={{ name, slug, email }}
      hasAccount={account.has === "account"}
      years={academicYearsAround(today)}
      around={aroundSlug(hostRules())}
      foot={t("foot", { inviter: invitation.invitedBy, until })}
    />
  );
}

/** An invitation that cannot be accepted: why, and the way on. */
async function ClosedDoor({ invitation }: { invitation: OpenInvitation }) {
  const { status, account, name, email, master, invitedBy } = invitation;
  const [t, tApp] = await Promise.all([getTranslations("join.closed"), getTranslations("app")]);
  const why = status === "revoked" || status === "expired" ? status : "elsewhere";
  const contact = master?.contact.email;
  return (
    <SchoolPage
      school={master ?? { name: tApp("name"), logoUrl: null, motto: "", primaryColor: DEFAULT_BRAND_COLOR }}
      title={t(`${why}Title`)}
    >
      {why === "elsewhere" ? (
        <Callout tone="warning">
          {t("elsewhereBody", { email, school: account.has === "place" ? account.school : "" })}
        </Callout>
      ) : (
        <p className="text-ink-2">{t(`${why}Body`, { school: name, inviter: invitedBy })}</p>
      )}
      {contact ? (
        <p className="text-sm">
          {t("ask")} <Link href={`mailto:${contact}`}>{contact}</Link>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {why === "elsewhere" ? (
          <ButtonLink href="/sign-in" variant="primary">
            {t("signIn")}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/">{t("toStart")}</ButtonLink>
      </div>
    </SchoolPage>
  );
}

async function UnknownLink() {
  const [t, tApp] = await Promise.all([getTranslations("join.closed"), getTranslations("app")]);
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
