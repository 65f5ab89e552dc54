import { ChevronRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { StudentStatusMark } from "@/components/students/student-status";
import { studentHref } from "@/components/students/student-url";
import { Drawing } from "@/components/ui/drawing";
import { Person } from "@/components/ui/person";
import { Section } from "@/components/ui/section";
import { fullName } from "@/domain/student-list";
import { api } from "@/trpc/server";

/** The children whose guardian one is, each with the way to their record; how they come to be shown where none is. */
export async function Children() {
  const [children, t, tPlace, tHome] = await Promise.all([
    api().then((caller) => caller.student.mine()),
    getTranslations("students.children"),
    getTranslations("students.place"),
    getTranslations("app.home"),
  ]);
  if (children.length === 0)
    return (
      <Section title={tHome("children")}>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-y border-line py-4">
          <Drawing name="classroom" />
          <p className="max-w-[34rem] flex-[1_1_18rem] text-pretty text-ink-2">{tHome("childrenBody")}</p>
        </div>
      </Section>
    );
  const place = ({ gradeName, sectionName }: (typeof children)[number]) => {
    if (gradeName === null) return tPlace("none");
    return sectionName === null
      ? tPlace("grade", { grade: gradeName })
      : tPlace("section", { grade: gradeName, section: sectionName });
  };
  return (
    <Section title={t("title")} meta={children.length}>
      <ul className="divide-y divide-line border-y border-line">
        {children.map((child) => (
          <li key={child.id} className="relative flex min-h-14 items-center gap-3 py-2 text-sm">
            <span className="min-w-0 flex-1 [&_a]:after:absolute [&_a]:after:inset-0">
              <Person
                name={fullName(child)}
                photoUrl={child.photoUrl}
                href={studentHref("/parent", child.id)}
                meta={place(child)}
              />
            </span>
            <StudentStatusMark status={child.status} gender={child.gender} />
            <ChevronRight className="flex-none text-icon" />
          </li>
        ))}
      </ul>
    </Section>
  );
}
