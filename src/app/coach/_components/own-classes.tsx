import { getTranslations } from "next-intl/server";
import { classHref } from "@/components/classes/class-url";
import { EmptyState } from "@/components/ui/empty-state";
import { ClassRow, ClassRows } from "../../_home/class-rows";
import { coachHome } from "./data";

/** The classes that the coach leads or helps to lead, each with how many are in it. */
export async function OwnClasses() {
  const [{ classes }, t] = await Promise.all([coachHome(), getTranslations("app.home")]);
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
    <ClassRows title={t("coachTitle")} count={classes.length}>
      {classes.map(({ id, name, capacity, studentCount: count, isLead }) => (
        <ClassRow key={id} name={name} meta={isLead ? t("lead") : t("help")} href={classHref("/coach", id)}>
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
