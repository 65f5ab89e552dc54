import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { CSSProperties, ReactNode } from "react";
import { LookSwitches } from "@/components/account/look-switches";
import { SplitPage } from "@/components/ui/split-page";
import { themeSchema } from "@/domain/preferences";
import { api } from "@/trpc/server";

/** A page before sign-in, in the look of the default school. */
export async function SignedOutPage(props: {
  title: ReactNode;
  description?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const [school, jar, t] = await Promise.all([
    api().then((caller) => caller.account.signedOutSchool()),
    cookies(),
    getTranslations("auth"),
  ]);
  const theme = themeSchema.safeParse(jar.get("theme")?.value).data ?? "system";
  return (
    <div data-brand="" style={{ "--brand": school.primaryColor } as CSSProperties}>
      <SplitPage
        schoolName={school.name}
        topAside={<LookSwitches theme={theme} />}
        title={props.title}
        description={props.description}
        foot={
          <>
            {props.foot}
            <span className="ml-auto">{t("product")}</span>
          </>
        }
        motto={school.motto || undefined}
        mottoDetail={school.motto ? school.name : undefined}
      >
        {props.children}
      </SplitPage>
    </div>
  );
}
