"use client";

import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { LookSwitches } from "@/components/account/look-switches";
import { normalHex } from "@/components/ui/hex-color";
import { SplitPage } from "@/components/ui/split-page";
import type { Theme } from "@/domain/preferences";
import { DEFAULT_BRAND_COLOR } from "@/domain/setting-list";

export interface JoinFrameProps {
  theme: Theme;
  /** As they are written, whole or not. */
  school: { name: string; primaryColor: string; motto: string };
  title: ReactNode;
  description?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}

/** The page as the school's own sign-in page will look, with what was written so far. */
export function JoinFrame({ theme, school, title, description, foot, children }: JoinFrameProps) {
  const t = useTranslations("app");
  const brand = normalHex(school.primaryColor) ?? DEFAULT_BRAND_COLOR;
  return (
    <div data-brand="" style={{ "--brand": brand } as CSSProperties}>
      <SplitPage
        schoolName={school.name}
        topAside={<LookSwitches theme={theme} />}
        title={title}
        description={description}
        motto={school.motto || undefined}
        mottoDetail={school.motto ? school.name : undefined}
        foot={
          <>
            {foot}
            <span className="ml-auto">{t("name")}</span>
          </>
        }
      >
        {children}
      </SplitPage>
    </div>
  );
}
