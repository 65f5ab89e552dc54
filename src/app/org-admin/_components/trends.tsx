import { getFormatter, getTranslations } from "next-intl/server";
import { BarList } from "@/components/ui/bar-list";
import { ColumnChart } from "@/components/ui/column-chart";
import { KeyFigures } from "@/components/ui/key-figures";
import { LineChart } from "@/components/ui/line-chart";
import { Section } from "@/components/ui/section";
import { type SetupStep, TREND_RANGES, type TrendRange } from "@/domain/dashboard";
import { ROLES, type Role } from "@/domain/roles";
import { api } from "@/trpc/server";
import { dashboard } from "./data";
import { RangeSwitch } from "./range-switch";

/** What a school has to show in figures; before that they would all be zero. */
const BEGINNINGS: readonly SetupStep[] = ["coaches", "students", "firstClass"];

/** Figures with their course, and the course itself; nothing of a school that has not begun. */
export async function Trends({ range }: { range: TrendRange }) {
  const [{ figures, seats, setup }, points, t, tRoles, format] = await Promise.all([
    dashboard(),
    api().then((caller) => caller.dashboard.trends({ range })),
    getTranslations("dashboard"),
    getTranslations("dashboard.roles"),
    getFormatter(),
  ]);
  if (!setup.some(({ step, done }) => done && BEGINNINGS.includes(step))) return null;
  const inRole = (role: Role) => figures.usersByRole.find((row) => row.role === role)?.count ?? 0;
  const roles = ROLES.filter((role) => role !== "ADMIN" || inRole(role) > 0);
  const course = (key: "students" | "classes" | "enrollments") => {
    const trend = points.map((point) => point[key]);
    const change = (trend.at(-1) ?? 0) - (trend[0] ?? 0);
    return {
      trend,
      ...(change === 0 ? {} : { note: t("change", { range, change: signed(format, change) }) }),
    };
  };
  // Dates of the school's calendar, not moments: read and written in one zone.
  const nameOf = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), {
      timeZone: "UTC",
      ...(range === "30d" ? { day: "numeric", month: "short" } : { month: "short", year: "2-digit" }),
    });
  const ticked = (index: number) =>
    range === "12m" ? index % 2 === 1 : (points.length - 1 - index) % 7 === 0;
  const axis = points.map(({ date }, index) => ({ label: nameOf(date), tick: ticked(index) }));
  const everybody = points.map(({ students, parents, staff }) => students + parents + staff);
  const pointLabel = t(range === "30d" ? "day" : "month");
  return (
    <>
      <KeyFigures
        label={t("figures.title")}
        items={[
          {
            label: t("figures.students"),
            value: format.number(inRole("STUDENT")),
            href: "/org-admin/users?role=STUDENT",
            ...course("students"),
          },
          {
            label: t("figures.coaches"),
            value: format.number(inRole("COACH")),
            href: "/org-admin/users?role=COACH",
          },
          {
            label: t("figures.classes"),
            value: format.number(figures.activeClasses),
            href: "/org-admin/classes",
            ...course("classes"),
          },
          {
            label: t("figures.enrollments"),
            value: format.number(figures.activeEnrollments),
            ...course("enrollments"),
          },
          {
            label: t("figures.invitations"),
            value: format.number(figures.pendingInvitations),
            href: "/org-admin/invitations?status=pending",
          },
          {
            label: t("figures.seats"),
            value: format.number(seats.taken),
            note: t("figures.of", { all: seats.all }),
          },
        ]}
      />
      <Columns>
        <Section
          title={t("people.title")}
          actions={
            <RangeSwitch
              label={t("range.label")}
              range={range}
              options={TREND_RANGES.map((value) => ({ value, label: t(`range.${value}`) }))}
            />
          }
        >
          <LineChart
            title={t("people.chart", { range })}
            points={axis.map((at, index) => ({ ...at, value: everybody[index] ?? 0 }))}
            label={t("people.everybody")}
            secondary={{ label: t("people.students"), values: points.map(({ students }) => students) }}
            pointLabel={pointLabel}
          />
        </Section>
        <Section title={t("byRole.title")}>
          <BarList
            label={t("byRole.title")}
            items={roles.map((role) => ({
              label: tRoles(role),
              value: inRole(role),
              href: `/org-admin/users?role=${role}`,
            }))}
          />
        </Section>
      </Columns>
      <Columns>
        <Section title={t("enrollments.title")}>
          <LineChart
            title={t("enrollments.chart", { range })}
            points={axis.map((at, index) => ({ ...at, value: points[index]?.enrollments ?? 0 }))}
            pointLabel={pointLabel}
          />
        </Section>
        <Section title={t(`activity.title.${range}`)}>
          <ColumnChart
            title={t("activity.chart", { range })}
            columns={axis.map((at, index) => ({ ...at, values: [points[index]?.events ?? 0] }))}
            series={[t("activity.events")]}
            height={152}
            columnLabel={pointLabel}
          />
        </Section>
      </Columns>
    </>
  );
}

function Columns({ children }: { children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-(--stack) lg:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)]">
      {children}
    </div>
  );
}

function signed(format: Awaited<ReturnType<typeof getFormatter>>, change: number): string {
  return format.number(change, { signDisplay: "exceptZero" });
}
