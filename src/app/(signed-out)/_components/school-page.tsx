import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { CSSProperties, ReactNode } from "react";
import { LookSwitches } from "@/components/account/look-switches";
import { SplitPage } from "@/components/ui/split-page";
import { themeSchema } from "@/domain/preference-schemas";

export interface SchoolPageProps {
  school: { name: string; logoUrl: string | null; motto: string; primaryColor: string };
  title: ReactNode;
  description?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}

/** A page before sign-in, in the look of a school. */
export async function SchoolPage({ school, title, description, foot, children }: SchoolPageProps) {
  const [jar, t] = await Promise.all([cookies(), getTranslations("app")]);
  const theme = themeSchema.safeParse(jar.get("theme")?.value).data ?? "system";
  return (
    <div data-brand="" style={{ "--brand": school.primaryColor } as CSSProperties}>
      <SplitPage
        schoolName={school.name}
        logoUrl={school.logoUrl}
        topAside={<LookSwitches theme={theme} />}
        title={title}
        description={description}
        foot={
          <>
            {foot}
            <span className="ml-auto">{t("name")}</span>
          </>
        }
        motto={school.motto || undefined}
        mottoDetail={school.motto ? school.name : undefined}
      >
        {children}
      </SplitPage>
    </div>
  );
}
