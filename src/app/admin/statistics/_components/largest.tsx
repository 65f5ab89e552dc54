import { getFormatter, getTranslations } from "next-intl/server";
import { schoolHref } from "@/components/admin/school-page/school-url";
import { BarList } from "@/components/ui/bar-list";
import { Section } from "@/components/ui/section";
import { SEATS_NEARLY_TAKEN } from "@/domain/dashboard";

export interface LargestProps {
  schools: readonly { id: string; name: string; maxUsers: number; userCount: number }[];
}

/** The schools with the most people; those whose seats are nearly taken stand out. */
export async function Largest({ schools }: LargestProps) {
  const [t, format] = await Promise.all([getTranslations("platformStatistics.largest"), getFormatter()]);
  return (
    <Section title={t("title")}>
      <BarList
        label={t("title")}
        items={schools.map(({ id, name, userCount, maxUsers }) => ({
          label: name,
          value: userCount,
          href: schoolHref(id),
          ...(userCount >= maxUsers * SEATS_NEARLY_TAKEN && { tone: "warning" as const }),
        }))}
        format={(value) => format.number(value)}
        hint={t("hint")}
      />
    </Section>
  );
}
