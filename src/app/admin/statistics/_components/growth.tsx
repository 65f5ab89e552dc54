import { getFormatter, getTranslations } from "next-intl/server";
import { ColumnChart } from "@/components/ui/column-chart";
import { LineChart } from "@/components/ui/line-chart";
import { Section } from "@/components/ui/section";

export interface GrowthProps {
  growth: readonly { month: string; schools: number; people: number }[];
  activity: readonly { day: string; events: number }[];
}

/** How the platform grew month by month, and what happened day by day. */
export async function Growth({ growth, activity }: GrowthProps) {
  const [t, tDashboard, format] = await Promise.all([
    getTranslations("platformStatistics"),
    getTranslations("dashboard"),
    getFormatter(),
  ]);
  // Dates of a calendar, not moments: read and written in one zone.
  const at = (date: string, how: { day?: "numeric"; month: "short"; year?: "2-digit" }) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), { timeZone: "UTC", ...how });
  const months = growth.map(({ month }, index) => ({
    label: at(month, { month: "short", year: "2-digit" }),
    tick: index % 2 === 1,
  }));
  const line = (key: "schools" | "people") => (
    <LineChart
      title={t(`growth.${key}Chart`)}
      points={months.map((point, index) => ({ ...point, value: growth[index]?.[key] ?? 0 }))}
      pointLabel={tDashboard("month")}
    />
  );
  return (
    <>
      <div className="grid grid-cols-1 gap-x-10 gap-y-(--stack) lg:grid-cols-2">
        <Section title={t("growth.schools")}>{line("schools")}</Section>
        <Section title={t("growth.people")}>{line("people")}</Section>
      </div>
      <Section title={t("activity.title")}>
        <ColumnChart
          title={t("activity.chart")}
          columns={activity.map(({ day, events }, index) => ({
            label: at(day, { day: "numeric", month: "short" }),
            tick: (activity.length - 1 - index) % 7 === 0,
            values: [events],
          }))}
          series={[t("activity.events")]}
          height={152}
          columnLabel={tDashboard("day")}
        />
      </Section>
    </>
  );
}
