import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { publicSchool } from "./public-school";
import { SchoolPage } from "./school-page";

/** A school as everyone may see it. */
export async function PublicSchoolPage({ slug }: { slug: string }) {
  const [school, t, tContact] = await Promise.all([
    publicSchool(slug),
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
