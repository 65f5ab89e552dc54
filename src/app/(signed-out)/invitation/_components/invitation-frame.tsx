import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { CSSProperties, ReactNode } from "react";
import { LookSwitches } from "@/components/account/look-switches";
import { SplitPage } from "@/components/ui/split-page";
import { themeSchema } from "@/domain/preferences";

export interface InvitationFrameProps {
  /** The school that invites, which need not be the one at this address. */
  school: { name: string; motto: string; primaryColor: string };
  title: string;
  description?: string;
  foot?: string;
  children: ReactNode;
}

/** An invitation in the look of the school that sent it. */
export async function InvitationFrame({ school, title, description, foot, children }: InvitationFrameProps) {
  const [jar, t] = await Promise.all([cookies(), getTranslations("app")]);
  const theme = themeSchema.safeParse(jar.get("theme")?.value).data ?? "system";
  return (
    <div data-brand="" style={{ "--brand": school.primaryColor } as CSSProperties}>
      <SplitPage
        schoolName={school.name}
        topAside={<LookSwitches theme={theme} />}
        title={title}
        description={description}
        foot={
          <>
            {foot ? <span>{foot}</span> : null}
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
