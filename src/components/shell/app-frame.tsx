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
import { ConnectionBar } from "./connection-bar";
import { CrumbNames, useCrumbName } from "./crumb-name";
import { crumbsOf, placeAt } from "./crumbs";
import { type Place, placesOf } from "./navigation";
import { SearchIcon, SearchTrigger } from "./search-trigger";
import { ShellTools } from "./shell-tools";
import { usePrintHead } from "./use-print-head";

const BOTTOM_PLACES = 4;

export interface AppFrameProps {
  /** `role` is what they act as here, `ownRole` what they are. */
  person: { name: string; email: string; role: Role; ownRole: Role; photoUrl?: string | null };
  school: { name: string; motto: string; logoUrl?: string | null };
  /** Names what this device keeps for this person in this school. */
  deviceKey: string;
  /** Stands above everything, such as a notice that someone acts inside this school. */
  banner?: ReactNode;
  children: ReactNode;
}

/** Sidebar, topbar and bottom bar of a signed-in person, and the tools that every page has. */
export function AppFrame({ person, school, deviceKey, banner, children }: AppFrameProps) {
  const t = useTranslations("app");
  const tRole = useTranslations("roles");
  const places = placesOf(person.role);
  const here = placeAt(usePathname(), places);
  const inGroup = (group?: Place["group"]) => places.filter((place) => place.group === group);
  const hasPlatform = inGroup("platform").length > 0;
  usePrintHead(school.name);
  return (
    <ShellTools viewer={{ role: person.role, deviceKey }}>
      <CrumbNames>
        <AppShell
          banner={banner}
          sidebar={
            <Sidebar
              label={school.name}
              navLabel={t("mainNavigation")}
              identity={<SchoolIdentity name={school.name} detail={school.motto} logoUrl={school.logoUrl} />}
              search={<SearchTrigger />}
              user={
                <UserMenu
                  label={t("yourAccount")}
                  name={person.name}
                  email={person.email}
                  photoUrl={person.photoUrl}
                  detail={tRole(person.ownRole)}
                >
                  <AccountMenu />
                </UserMenu>
              }
            >
              <Places here={here} title={t("platform")} places={inGroup("platform")} />
              <Places here={here} title={hasPlatform ? school.name : undefined} places={inGroup()} />
              <Places here={here} title={t("school")} places={inGroup("school")} />
            </Sidebar>
          }
          topbar={
            <Topbar actions={<SearchIcon />}>
              <Crumbs places={places} />
            </Topbar>
          }
          notice={<ConnectionBar />}
          bottomBar={
            <BottomBar
              label={t("mainNavigation")}
              items={places.slice(0, BOTTOM_PLACES).map(({ key, href, icon: Icon }) => ({
                href,
                label: t(`places.${key}`),
                icon: <Icon />,
                current: key === here?.key,
              }))}
            />
          }
        >
          {children}
        </AppShell>
      </CrumbNames>
    </ShellTools>
  );
}

interface PlacesProps {
  title?: string;
  places: readonly Place[];
  here: Place | undefined;
}

function Places({ title, places, here }: PlacesProps) {
  const t = useTranslations("app.places");
  if (places.length === 0) return null;
  return (
    <NavSection title={title}>
      {places.map(({ key, href, icon: Icon }) => (
        <NavItem key={key} href={href} icon={<Icon />} current={key === here?.key}>
          {t(key)}
        </NavItem>
      ))}
    </NavSection>
  );
}

function Crumbs({ places }: { places: readonly Place[] }) {
  const t = useTranslations("app");
  return <Breadcrumbs items={crumbsOf(usePathname(), places, t, useCrumbName())} />;
}
