"use client";

import { Ellipsis, Plus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { PressButton } from "@/components/ui/press-button";
import { cellClass, headClass } from "@/components/ui/table-styles";
import type { TabProps } from "./tab-props";
import type { Grade, OpenYear, Section } from "./types";

type MatrixProps = Pick<TabProps, "actions" | "ask"> & { year: OpenYear; grades: readonly Grade[] };

/** Grade by section, ruled, with the number of students; a press on a section opens it. */
export function SectionMatrix({ year, grades, actions, ask }: MatrixProps) {
  const t = useTranslations("academics.sections");
  const { number } = useFormatter();
  const names = [...new Set(year.sections.map(({ name }) => name))].sort((one, other) =>
    one.localeCompare(other, undefined, { numeric: true }),
  );
  const inUse = grades.filter(({ archivedAt }) => !archivedAt);
  const shown = grades.filter(
    ({ id, archivedAt }) => !archivedAt || year.sections.some(({ gradeId }) => gradeId === id),
  );
  const away = grades.filter((grade) => grade.archivedAt && !shown.includes(grade));
  const unplacedOf = (id: string) => year.unplaced.find(({ gradeId }) => gradeId === id)?.studentCount ?? 0;
  const hasUnplaced = year.unplaced.length > 0;
  const sumOf = (id: string) =>
    unplacedOf(id) +
    year.sections.reduce((sum, section) => sum + (section.gradeId === id ? section.studentCount : 0), 0);
  const head = headClass({ boxed: true });
  const closed = year.state === "closed";
  return (
    <>
      <section
        className="relative overflow-x-auto rounded-lg border border-line"
        aria-label={t("caption", { name: year.name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is within the keyboard's reach
        tabIndex={0}
      >
        <table className="w-full border-separate border-spacing-0 text-sm">
          <caption className="sr-only">{t("caption", { name: year.name })}</caption>
          <thead>
            <tr>
              <th scope="col" className={head}>
                {t("grade")}
              </th>
              {names.map((name) => (
                <th key={name} scope="col" className={cx(head, "text-center!")}>
                  {name}
                </th>
              ))}
              {hasUnplaced ? (
                <th scope="col" className={cx(head, "text-right!")}>
                  {t("unplaced")}
                </th>
              ) : null}
              <th scope="col" className={cx(head, "text-right!")}>
                {t("students")}
              </th>
              <th scope="col" className={head}>
                <span className="sr-only">{t("actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((grade) => (
              <tr key={grade.id} className="group/row">
                <th
                  scope="row"
                  className={cx(cellClass({ boxed: true }), "font-medium whitespace-nowrap text-ink!")}
                >
                  {grade.name}
                </th>
                {names.map((name) => (
                  <td
                    key={name}
                    className={cx(cellClass({ boxed: true }), "border-l border-l-line text-center!")}
                  >
                    <Cell
                      section={year.sections.find((one) => one.gradeId === grade.id && one.name === name)}
                      {...{ grade, ask, closed }}
                    />
                  </td>
                ))}
                {hasUnplaced ? (
                  <td
                    className={cx(
                      cellClass({ boxed: true }),
                      "border-l border-l-line text-right! tabular-nums",
                    )}
                  >
                    {unplacedOf(grade.id) > 0 ? number(unplacedOf(grade.id)) : ""}
                  </td>
                ) : null}
                <td
                  className={cx(
                    cellClass({ boxed: true }),
                    "border-l border-l-line text-right! tabular-nums",
                  )}
                >
                  {number(sumOf(grade.id))}
                </td>
                <td className={cx(cellClass({ boxed: true }), "w-px")}>
                  <span className="flex justify-end gap-1">
                    {closed || grade.archivedAt ? null : (
                      <IconButton
                        label={t("addTo", { grade: grade.name })}
                        icon={<Plus />}
                        onPress={() => ask({ kind: "sections", gradeId: grade.id })}
                      />
                    )}
                    <GradeMenu grade={grade} inUse={inUse} actions={actions} ask={ask} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {year.sections.length === 0 && !closed ? <p className="text-sm text-ink-2">{t("noSections")}</p> : null}
      {away.length > 0 ? <PutAway grades={away} actions={actions} /> : null}
    </>
  );
}

type CellProps = { section: Section | undefined; grade: Grade; closed: boolean } & Pick<TabProps, "ask">;

function Cell({ section, grade, closed, ask }: CellProps) {
  const t = useTranslations("academics.sections");
  const { number } = useFormatter();
  if (!section) return <span className="sr-only">{t("none")}</span>;
  const { name, studentCount, capacity } = section;
  const over = capacity !== null && studentCount > capacity;
  const count = (
    <span className={cx("whitespace-nowrap tabular-nums", over && "text-warning-text")}>
      {number(studentCount)}
      {capacity === null ? null : <span className={cx(!over && "text-ink-3")}>{t("of", { capacity })}</span>}
    </span>
  );
  if (closed) return count;
  return (
    <PressButton
      aria-label={t("open", {
        section: `${grade.name} ${name}`,
        count: studentCount,
        over: over ? "yes" : "no",
      })}
      className="min-h-6 min-w-11 rounded-md px-2 underline-offset-3 hover:underline pointer-coarse:min-h-11"
      onPress={() => ask({ kind: "section", section, grade })}
    >
      {count}
    </PressButton>
  );
}

type GradeMenuProps = Pick<TabProps, "actions" | "ask"> & { grade: Grade; inUse: readonly Grade[] };

function GradeMenu({ grade, inUse, actions, ask }: GradeMenuProps) {
  const t = useTranslations("academics.sections.menu");
  const at = inUse.findIndex(({ id }) => id === grade.id);
  const label = t("label", { name: grade.name });
  if (grade.archivedAt)
    return (
      <Menu label={label} trigger={<IconButton label={label} icon={<Ellipsis />} />}>
        <MenuItem onAction={() => void actions.restoreGrade(grade)}>{t("restore")}</MenuItem>
      </Menu>
    );
  return (
    <Menu label={label} trigger={<IconButton label={label} icon={<Ellipsis />} />}>
      <MenuItem onAction={() => ask({ kind: "grade", grade })}>{t("edit")}</MenuItem>
      <MenuItem disabled={at === 0} onAction={() => void actions.moveGrade(inUse, grade, -1)}>
        {t("up")}
      </MenuItem>
      <MenuItem disabled={at === inUse.length - 1} onAction={() => void actions.moveGrade(inUse, grade, 1)}>
        {t("down")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem onAction={() => void actions.archiveGrade(grade)}>{t("archive")}</MenuItem>
    </Menu>
  );
}

function PutAway({ grades, actions }: { grades: readonly Grade[] } & Pick<TabProps, "actions">) {
  const t = useTranslations("academics.sections");
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-ink-2">{t("archivedGrades", { count: grades.length })}</summary>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {grades.map((grade) => (
          <li key={grade.id} className="flex min-h-(--row-h) items-center gap-3 py-1">
            {grade.name}
            <PressButton
              className="ml-auto text-brand-text underline underline-offset-3"
              aria-label={t("restoreGrade", { name: grade.name })}
              onPress={() => void actions.restoreGrade(grade)}
            >
              {t("restore")}
            </PressButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
