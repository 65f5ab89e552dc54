import { getTranslations } from "next-intl/server";
import { ClassRow, ClassRows } from "@/components/home/class-rows";
import { EmptyState } from "@/components/ui/empty-state";
import { api } from "@/trpc/server";

/** The classes that the coach leads, each with how many are in it. */
export async function OwnClasses() {
  const [caller, t] = await Promise.all([api(), getTranslations("app.home")]);
  const { coached } = await caller.class.mine();
  if (coached.length === 0) {
    return (
      <div className="py-12">
        <EmptyState drawing="classroom" title={t("coachTitle")}>
          {t("coachNone")}
        </EmptyState>
      </div>
    );
  }
  return (
    <ClassRows title={t("coachTitle")} count={coached.length}>
      {coached.map(({ id, name, capacity, studentCount: count, isLead }) => (
        <ClassRow key={id} name={name} meta={isLead ? t("lead") : t("help")}>
          {capacity !== null
            ? t("capacity", { count, capacity })
            : count === 0
              ? t("noStudents")
              : t("students", { count })}
        </ClassRow>
      ))}
    </ClassRows>
  );
}
