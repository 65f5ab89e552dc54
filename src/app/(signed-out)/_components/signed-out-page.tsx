import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SchoolPage } from "./school-page";
import { signedOutSchool } from "./signed-out-school";

/** A page before sign-in, in the look of the default school. */
export async function SignedOutPage(props: {
  title: ReactNode;
  description?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const school = await signedOutSchool();
  return (
    <SchoolPage
      {...props}
      school={school}
      foot={
        <>
          {props.foot}
          <ShortContact {...school.contact} />
        </>
      }
    />
  );
}

/** How the school is reached at once, where it says so. */
async function ShortContact({ phone, email }: { phone: string; email: string }) {
  const t = await getTranslations("auth.contact");
  if (phone === "" && email === "") return null;
  return (
    <address className="flex flex-wrap gap-x-4 not-italic">
      <span className="sr-only">{t("title")}</span>
      {phone === "" ? null : <a href={`tel:${phone.replace(/[^+0-9]/g, "")}`}>{phone}</a>}
      {email === "" ? null : <a href={`mailto:${email}`}>{email}</a>}
    </address>
  );
}
