import { UserPlus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { enrolHref } from "@/components/classes/class-url";
import { ButtonLink } from "@/components/ui/button-link";
import { coachHome } from "./data";
import { QuickEnroll } from "./quick-enroll";

/** Enrolling in one step: straight into the only class, or by choosing one of several. */
export async function CoachActions() {
  const [{ classes }, t] = await Promise.all([coachHome(), getTranslations("app.home")]);
  const [only] = classes;
  if (!only) return null;
  if (classes.length > 1) return <QuickEnroll classes={classes.map(({ id, name }) => ({ id, name }))} />;
  return (
    <ButtonLink variant="primary" href={enrolHref("/coach", only.id)} icon={<UserPlus />}>
      {t("enroll")}
    </ButtonLink>
  );
}
