import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { NotFoundState } from "@/components/ui/not-found-state";
import { PageBody } from "@/components/ui/page-body";

export default function NotFound() {
  const t = useTranslations("app");
  return (
    <PageBody>
      <NotFoundState actions={<ButtonLink href="/">{t("toStart")}</ButtonLink>} />
    </PageBody>
  );
}
