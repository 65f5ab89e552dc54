"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppShell } from "@/components/ui/app-shell";
import { BottomBar } from "@/components/ui/bottom-bar";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { NavItem } from "@/components/ui/nav-item";
import { SchoolIdentity } from "@/components/ui/school-identity";
import { NavSection, Sidebar } from "@/components/ui/sidebar";
import { Topbar } from "@/components/ui/topbar";
import { UserMenu } from "@/components/ui/user-menu";
import type { Role } from "@/domain/roles";
import { AccountMenu } from "./account-menu";
import { crumbsOf } from "./crumbs";
import { placesOf } from "./navigation";

export interface AppFrameProps {
  person: { name: string; email: string; role: Role };
  school: { name: string; motto: string };
  children: ReactNode;
}

/** Sidebar, topbar and bottom bar of a signed-in person. */
export function AppFrame({ person, school, children }: AppFrameProps) {
  const t = useTranslations("app");
  const tRole = useTranslations("roles");
  const pathname = usePathname();
  const places = placesOf(person.role);
  return (
    <AppShell
      printHead={school.name}
      sidebar={
        <Sidebar
          label={school.name}
          navLabel={t("mainNavigation")}
          identity={<SchoolIdentity name={school.name} detail={school.motto} />}
          user={
            <UserMenu
              label={t("yourAccount")}
              name={person.name}
              email={person.email}
              detail={tRole(person.role)}
            >
              <AccountMenu />
            </UserMenu>
          }
        >
          <NavSection>
            {places.map(({ key, href, icon: Icon, exact }) => (
              <NavItem key={key} href={href} icon={<Icon />} exact={exact}>
                {t(`places.${key}`)}
              </NavItem>
            ))}
          </NavSection>
        </Sidebar>
      }
      topbar={
        <Topbar>
          <Breadcrumbs items={crumbsOf(pathname, places, t)} />
        </Topbar>
      }
      bottomBar={
        <BottomBar
          label={t("mainNavigation")}
          items={places.map(({ key, href, icon: Icon, exact }) => ({
            href,
            label: t(`places.${key}`),
            icon: <Icon />,
            exact,
          }))}
        />
      }
    >
      {children}
    </AppShell>
  );
}
