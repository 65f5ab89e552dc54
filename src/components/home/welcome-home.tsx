import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Drawing } from "@/components/ui/drawing";
import { PageBody } from "@/components/ui/page-body";

export interface WelcomeHomeProps {
  name: string;
  school: string;
  hint: string;
  /** What appears here later. */
  children: ReactNode;
}

/** The first page of somebody for whom nothing waits yet. */
export function WelcomeHome({ name, school, hint, children }: WelcomeHomeProps) {
  const t = useTranslations("app.home");
  return (
    <PageBody>
      <div className="mx-auto grid w-full max-w-measure flex-1 content-center justify-items-center gap-2 py-8 text-center">
        <Drawing name="classroom" large />
        <p className="mt-4 text-sm text-ink-3">{t("atSchool", { school })}</p>
        <h1 className="text-2xl">{t("greeting", { name })}</h1>
        <p className="max-w-[30rem] text-pretty text-ink-2">
          {children} {hint}
        </p>
        <div className="mt-3">
          <ButtonLink href="/account" icon={<UserRound />}>
            {t("account")}
          </ButtonLink>
        </div>
      </div>
    </PageBody>
  );
}
