import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { schoolsHref } from "@/components/admin/schools-url";
import { BarList } from "@/components/ui/bar-list";
import { KeyFigures } from "@/components/ui/key-figures";
import { Section } from "@/components/ui/section";
import { bytesIn } from "@/lib/bytes";
import { api } from "@/trpc/server";
import { Enrollment } from "./enrollment";
import { Growth } from "./growth";
import { Largest } from "./largest";

/** Schools, people, their growth and what they hold. */
export async function Figures() {
  const [figures, t, tSchools, tTier, tRoles, format] = await Promise.all([
    api().then((caller) => caller.platform.statistics()),
    getTranslations("platformStatistics"),
    getTranslations("schools"),
    getTranslations("tiers"),
    getTranslations("dashboard.roles"),
    getFormatter(),
  ]);
  const { schools, people, holdings, growth, measuring } = figures;
  const { value, unit } = bytesIn(holdings.storageBytes);
  const course = (key: "schools" | "people") => {
    const trend = growth.map((point) => point[key]);
    const change = (trend.at(-1) ?? 0) - (trend[0] ?? 0);
    const signed = format.number(change, { signDisplay: "exceptZero" });
    return { trend, ...(change === 0 ? {} : { note: t("inYear", { change: signed }) }) };
  };
  return (
    <>
      <div className="grid gap-2">
        <KeyFigures
          label={t("figures.title")}
          items={[
            {
              label: t("figures.schools"),
              value: format.number(schools.all),
              href: "/admin",
              ...course("schools"),
            },
            { label: t("figures.people"), value: format.number(people.all), ...course("people") },
            { label: t("figures.classes"), value: format.number(holdings.classes) },
            { label: t("figures.enrollments"), value: format.number(holdings.enrollments) },
            {
              label: t("figures.storage"),
              value: format.number(value, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 }),
            },
            {
              label: t("figures.invited"),
              value: format.number(figures.invitedSchools),
              href: "/admin/invitations",
            },
          ]}
        />
        {measuring ? <p className="text-xs text-ink-3">{t("measuring")}</p> : null}
      </div>
      <Growth growth={growth} activity={figures.activity} />
      <Thirds>
        <Section title={t("byState")}>
          <BarList
            label={t("byState")}
            items={schools.byState
              .filter(({ state, count }) => count > 0 || state === "active" || state === "suspended")
              .map(({ state, count }) => ({
                label: tSchools(`statuses.${state}`),
                value: count,
                href: schoolsHref({ status: [state] }),
              }))}
          />
        </Section>
        <Section title={t("byPlan")}>
          <BarList
            label={t("byPlan")}
            items={schools.byPlan.map(({ plan, count }) => ({
              label: tTier(plan),
              value: count,
              href: schoolsHref({ plan: [plan] }),
            }))}
          />
        </Section>
        <Section title={t("byRole")}>
          <BarList
            label={t("byRole")}
            items={people.byRole.map(({ role, count }) => ({ label: tRoles(role), value: count }))}
          />
        </Section>
      </Thirds>
      <Enrollment enrollment={figures.enrollment} />
      <Largest schools={figures.largest} />
    </>
  );
}

function Thirds({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 gap-x-10 gap-y-(--stack) lg:grid-cols-3">{children}</div>;
}
