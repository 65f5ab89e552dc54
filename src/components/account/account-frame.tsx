import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FootBar } from "@/components/ui/foot-bar";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SettingsNav } from "@/components/ui/settings-nav";

const PAGES = [
  { key: "profile", href: "/account", exact: true },
  { key: "security", href: "/account/security" },
  { key: "look", href: "/account/look" },
  { key: "notices", href: "/account/notifications" },
  { key: "data", href: "/account/data" },
] as const;

export interface AccountFrameProps {
  /** In the page's head; on a phone at its foot, where `footOnPhone` says so. */
  actions?: ReactNode;
  footOnPhone?: boolean;
  children: ReactNode;
}

/** One part of the account beside the others. */
export function AccountFrame({ actions, footOnPhone, children }: AccountFrameProps) {
  const t = useTranslations("account");
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={actions ? <div className="flex flex-wrap gap-2 max-sm:hidden">{actions}</div> : undefined}
      />
      <SettingsNav
        label={t("pages.label")}
        items={PAGES.map(({ key, ...item }) => ({ ...item, label: t(`pages.${key}`) }))}
      >
        <div className="grid grid-cols-1 gap-10">{children}</div>
      </SettingsNav>
      {footOnPhone ? (
        <div className="contents sm:hidden">
          <FootBar actions={actions} />
        </div>
      ) : null}
    </PageBody>
  );
}
