import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { NotFoundState } from "@/components/ui/not-found-state";

export default function NotFound() {
  const t = useTranslations("app");
  return <NotFoundState product={t("name")} actions={<ButtonLink href="/">{t("toStart")}</ButtonLink>} />;
}
