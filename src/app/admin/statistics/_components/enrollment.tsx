import { getTranslations } from "next-intl/server";
import { EnrollmentExport } from "@/components/admin/enrollment-export";
import { BarList } from "@/components/ui/bar-list";
import { Section } from "@/components/ui/section";
import type { api } from "@/trpc/server";

type Statistics = Awaited<ReturnType<Awaited<ReturnType<typeof api>>["platform"]["statistics"]>>;

/** Who attends the schools, by level, gender and age. */
export async function Enrollment({ enrollment }: Pick<Statistics, "enrollment">) {
  const [t, tGender] = await Promise.all([
    getTranslations("platformStatistics.enrollment"),
    getTranslations("students.genders"),
  ]);
  const { students, byLevel, byGender, byAge } = enrollment;
  if (students === 0)
    return (
      <Section title={t("title")}>
        <p className="text-sm text-ink-3">{t("none")}</p>
      </Section>
    );
  return (
    <Section title={t("title")} actions={<EnrollmentExport />}>
      <p className="mb-3 text-sm text-ink-2">{t("hint", { count: students })}</p>
      <div className="grid grid-cols-1 gap-x-10 gap-y-(--stack) lg:grid-cols-3">
        <BarList
          label={t("byLevel")}
          items={byLevel.map(({ level, students: value }) => ({ label: t(`levels.${level}`), value }))}
        />
        <BarList
          label={t("byGender")}
          items={byGender.map(({ gender, students: value }) => ({ label: tGender(gender), value }))}
        />
        <BarList
          label={t("byAge")}
          items={byAge.map(({ band, students: value }) => ({ label: t(`ages.${band}`), value }))}
        />
      </div>
    </Section>
  );
}
