import { Shapes } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { api } from "@/trpc/server";

/** The classes that the coach leads, each with how many are in it. */
export async function OwnClasses({ userId }: { userId: string | null }) {
  const [caller, t] = await Promise.all([api(), getTranslations("app.home")]);
  const listed = await caller.class.list();
  const active = listed.filter(({ state }) => state === "active");
  const classes = await Promise.all(active.map(({ id }) => caller.class.get({ id })));
  if (classes.length === 0) {
    return (
      <div className="py-12">
        <EmptyState drawing="classroom" title={t("coachTitle")}>
          {t("coachNone")}
        </EmptyState>
      </div>
    );
  }
  return (
    <Section title={t("coachTitle")} meta={classes.length}>
      <ul className="divide-y divide-line border-y border-line">
        {classes.map(({ id, name, capacity, roster, coaches }) => (
          <li key={id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <Shapes className="text-icon" />
            <span className="min-w-0 flex-[1_1_12rem]">
              <b className="block truncate font-medium">{name}</b>
              <span className="block text-xs text-ink-3">
                {coaches.some((coach) => coach.id === userId && coach.isLead) ? t("lead") : t("help")}
              </span>
            </span>
            <span className="text-sm text-ink-2 tabular-nums">
              {capacity === null
                ? roster.length === 0
                  ? t("noStudents")
                  : t("students", { count: roster.length })
                : t("capacity", { count: roster.length, capacity })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
