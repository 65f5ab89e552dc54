import { RotateCw } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { SignOutButton } from "@/components/shell/sign-out-button";
import { ButtonLink } from "@/components/ui/button-link";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { StatePage } from "@/components/ui/state-page";

export interface NoWayInProps {
  why: "noSchool" | "suspended" | "schoolClosed";
  email: string;
  school?: { name: string; email: string };
}

/** For somebody who is signed in and has no open way into a school: why, and whom to ask. */
export async function NoWayIn({ why, email, school }: NoWayInProps) {
  const t = await getTranslations("app");
  const office = school?.email;
  return (
    <StatePage
      product={t("name")}
      drawing={why === "schoolClosed" ? "closed" : "door"}
      lead={school ? <p className="font-medium">{school.name}</p> : undefined}
      title={t(`state.${why}.title`)}
      actions={
        <>
          <ButtonLink href="/" variant="primary" icon={<RotateCw />}>
            {t("state.again")}
          </ButtonLink>
          <SignOutButton />
        </>
      }
      foot={t("state.signedInAs", { email })}
    >
      <p>{t(`state.${why}.body`)}</p>
      {office ? (
        <DescriptionList
          items={[{ term: t("state.questions"), value: <Link href={`mailto:${office}`}>{office}</Link> }]}
        />
      ) : null}
    </StatePage>
  );
}
