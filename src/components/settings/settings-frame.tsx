"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { auditHref } from "@/components/audit/audit-url";
import { CrumbName } from "@/components/shell/crumb-name";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SettingsNav } from "@/components/ui/settings-nav";
import { hrefOf, SETTINGS_PAGES, type SettingsPage } from "./pages";

export interface SettingsFrameProps {
  page: SettingsPage;
  /** In the page's head: what is not saved, and the buttons. */
  actions?: ReactNode;
  /** Below the page's head, such as both versions of a field. */
  notice?: ReactNode;
  /** Stands beside the page where there is room, such as a preview. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One page of the settings, with the list of them all beside it. */
export function SettingsFrame({ page, actions, notice, aside, children }: SettingsFrameProps) {
  const t = useTranslations("settings");
  const id = useId();
  const items = SETTINGS_PAGES.map((each) => ({
    href: hrefOf(each),
    label: t(`pages.${each}`),
    exact: each === "general",
  }));
  return (
    <PageBody>
      <CrumbName name={t(`pages.${page}`)} />
      <PageHeader
        title={t("title")}
        description={t.rich("history", {
          link: (words) => <Link href={auditHref({ kind: ["settings"] })}>{words}</Link>,
        })}
        actions={actions}
      />
      {notice}
      <SettingsNav label={t("pagesLabel")} items={items}>
        <div
          className={cx(
            "grid grid-cols-1 items-start gap-x-10 gap-y-8",
            Boolean(aside) && "lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]",
          )}
        >
          <section aria-labelledby={id} className="grid grid-cols-1 gap-5">
            <div>
              <h2 id={id}>{t(`pages.${page}`)}</h2>
              <p className="text-ink-2">{t(`intro.${page}`)}</p>
            </div>
            {children}
          </section>
          {aside}
        </div>
      </SettingsNav>
    </PageBody>
  );
}
