import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { api } from "@/trpc/server";
import { SchoolPage } from "../../_components/school-page";

type Params = Promise<{ slug: string }>;

/** The school of the address; one of old leads to the present one, and one that nobody has is not found. */
const schoolAt = cache(async (slug: string) => {
  const caller = await api();
  const school = await caller.organization.public({ slug }).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  });
  if (school.slug !== slug) permanentRedirect(`/schools/${school.slug}`);
  return school;
});

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { name, description } = await schoolAt((await params).slug);
  return { title: name, ...(description && { description }), robots: { index: true } };
}

/** A school as everyone may see it. */
export default async function Page({ params }: { params: Params }) {
  const [school, t, tContact] = await Promise.all([
    params.then(({ slug }) => schoolAt(slug)),
    getTranslations("schools"),
    getTranslations("auth.contact"),
  ]);
  const { email, phone, website, address } = school.contact;
  const ways = [
    { term: tContact("email"), text: email, href: `mailto:${email}` },
    { term: tContact("phone"), text: phone, href: `tel:${phone.replace(/[^+0-9]/g, "")}` },
    { term: tContact("website"), text: website, href: website },
    { term: tContact("address"), text: address },
  ].filter(({ text }) => text !== "");
  return (
    <SchoolPage school={school} title={school.name}>
      {school.description ? (
        <p className="whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">{school.description}</p>
      ) : null}
      <div className="grid gap-2">
        <ButtonLink href="/sign-in" variant="primary" block>
          {t("signIn")}
        </ButtonLink>
        {school.canRegister ? (
          <ButtonLink href="/register" block>
            {t("register")}
          </ButtonLink>
        ) : (
          <p className="text-sm text-ink-3">{t("invitedOnly")}</p>
        )}
      </div>
      {ways.length > 0 ? (
        <section className="mt-2 border-t border-line pt-5">
          <h2 className="mb-3">{t("contact")}</h2>
          <DescriptionList
            items={ways.map(({ term, text, href }) => ({
              term,
              value: href ? (
                <Link href={href}>{text}</Link>
              ) : (
                <span className="whitespace-pre-line">{text}</span>
              ),
            }))}
          />
        </section>
      ) : null}
    </SchoolPage>
  );
}
