"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { RolloverTarget } from "@/domain/rollover-list";
import type { Chosen, OldSection, OldYear } from "./types";

const HoldBackDialog = lazy(() => import("./hold-back-dialog"));

const OUT = "graduates";

export interface SectionsStepProps {
  old: OldYear;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** Where each section goes, and who of it stays in the grade. */
export function SectionsStep({ old, chosen, onChange }: SectionsStepProps) {
  const t = useTranslations("rollover.sections");
  const [holding, setHolding] = useState<OldSection | null>(null);
  const gradeName = (id: string) => old.grades.find((grade) => grade.id === id)?.name ?? "";
  const titleOf = ({ gradeId, name }: OldSection) => `${gradeName(gradeId)} ${name}`;
  const targetOf = ({ id, target }: OldSection) => chosen.targets.get(id) ?? target;

  function send(section: OldSection, target: RolloverTarget) {
    onChange({ ...chosen, targets: new Map(chosen.targets).set(section.id, target) });
  }

  return (
    <>
      {old.sections.length === 0 ? <p className="text-sm text-ink-2">{t("none")}</p> : null}
      <DataTable
        boxed
        caption={t("caption", { year: old.year.name })}
        rows={old.sections}
        rowKey={({ id }) => id}
        rowLabel={titleOf}
        columns={[
          {
            id: "section",
            header: t("columns.section"),
            cell: (section) => (
              <>
                <span className="block font-medium">{titleOf(section)}</span>
                <span className="block text-xs text-ink-3">
                  {t("students", { count: section.studentCount })}
                </span>
              </>
            ),
          },
          {
            id: "to",
            header: t("columns.to"),
            cell: (section) => {
              const target = targetOf(section);
              return (
                <span className="flex flex-wrap items-center gap-2">
                  <Select
                    hideLabel
                    label={t("toGrade", { section: titleOf(section) })}
                    className="w-40"
                    value={target?.kind === "section" ? target.gradeId : OUT}
                    options={[
                      ...old.grades.map(({ id, name }) => ({ value: id, label: name })),
                      { value: OUT, label: t("graduates") },
                    ]}
                    onChange={({ currentTarget: { value } }) =>
                      send(
                        section,
                        value === OUT
                          ? { kind: "graduates" }
                          : {
                              ...{ kind: "section", gradeId: value },
                              name: target?.kind === "section" ? target.name : section.name,
                            },
                      )
                    }
                  />
                  {target?.kind === "section" ? (
                    <TextField
                      hideLabel
                      label={t("toName", { section: titleOf(section) })}
                      className="w-16"
                      autoComplete="off"
                      value={target.name}
                      onChange={({ currentTarget: { value } }) => send(section, { ...target, name: value })}
                    />
                  ) : null}
                </span>
              );
            },
          },
          {
            id: "heldBack",
            header: t("columns.heldBack"),
            align: "end",
            nowrap: true,
            cell: (section) => {
              const count = chosen.heldBack.get(section.id)?.size ?? 0;
              return section.studentCount === 0 ? null : (
                <Button
                  size="sm"
                  aria-label={t("holdLabel", { section: titleOf(section), count })}
                  onPress={() => setHolding(section)}
                >
                  {t("hold", { count })}
                </Button>
              );
            },
          },
        ]}
      />
      {old.unplaced.map(({ gradeId, studentCount, target }) => (
        <p key={gradeId} className="text-sm text-ink-2">
          {t("unplaced", {
            ...{ count: studentCount, grade: gradeName(gradeId) },
            to: target?.kind === "section" ? gradeName(target.gradeId) : t("graduates"),
          })}
        </p>
      ))}
      {holding ? (
        <Suspense fallback={null}>
          <HoldBackDialog
            section={holding}
            title={titleOf(holding)}
            chosen={chosen.heldBack.get(holding.id) ?? new Set()}
            onClose={() => setHolding(null)}
            onChoose={(ids) => {
              onChange({ ...chosen, heldBack: new Map(chosen.heldBack).set(holding.id, ids) });
              setHolding(null);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
