"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { MenuItem } from "@/components/ui/menu";
import { Section } from "@/components/ui/section";
import { toast } from "@/components/ui/toast";
import { useDay } from "@/components/use-day";
import { useTRPCClient } from "@/trpc/client";
import type { Vaccination } from "../types";
import { RowMenu } from "./row-menu";

const VaccinationForm = lazy(() => import("./vaccination-form"));

export interface VaccinationsProps {
  studentId: string;
  rows: readonly Vaccination[];
  edit: boolean;
  onChanged: () => void;
}

/** What a student was vaccinated against, the last first. */
export function Vaccinations({ studentId, rows, edit, onChanged }: VaccinationsProps) {
  const t = useTranslations("students.vaccinations");
  const { calendarDay } = useDay();
  const client = useTRPCClient();
  const errorText = useErrorText();
  const [asked, ask] = useState<Vaccination | "new" | null>(null);

  async function remove({ id, ...values }: Vaccination) {
    try {
      await client.health.removeVaccination.mutate({ id });
      toast(t("removed"), { label: t("undo"), onAction: () => void addAgain(values) });
    } catch (error) {
      toast(errorText(error).message);
    } finally {
      onChanged();
    }
  }

  // It was erased: what comes back is written anew.
  async function addAgain(values: Omit<Vaccination, "id">) {
    try {
      await client.health.addVaccination.mutate({ studentId, ...values });
    } catch (error) {
      toast(errorText(error).message);
    } finally {
      onChanged();
    }
  }

  return (
    <Section
      title={t("title")}
      actions={
        edit ? (
          <Button size="sm" icon={<Plus />} onPress={() => ask("new")}>
            {t("addOne")}
          </Button>
        ) : null
      }
    >
      <DataTable
        boxed
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.vaccine}
        empty={<p className="text-center text-sm text-ink-3">{t("none")}</p>}
        columns={[
          {
            id: "vaccine",
            header: t("vaccine"),
            cell: (row) => (
              <span className="block py-1">
                <span className="font-medium">{row.vaccine}</span>
                {row.notes === "" ? null : <span className="block text-xs text-ink-3">{row.notes}</span>}
              </span>
            ),
          },
          { id: "dose", header: t("dose"), cell: (row) => row.dose || "–" },
          {
            id: "givenOn",
            header: t("givenOn"),
            align: "end",
            nowrap: true,
            cell: (row) => (row.givenOn === null ? "–" : calendarDay(row.givenOn)),
          },
          ...(edit
            ? [
                {
                  id: "actions",
                  header: <span className="sr-only">{t("actions")}</span>,
                  width: "1px",
                  cell: (row: Vaccination) => (
                    <RowMenu label={t("actionsFor", { vaccine: row.vaccine })}>
                      <MenuItem icon={<Pencil />} onAction={() => ask(row)}>
                        {t("edit")}
                      </MenuItem>
                      <MenuItem danger icon={<Trash2 />} onAction={() => void remove(row)}>
                        {t("remove")}
                      </MenuItem>
                    </RowMenu>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Suspense fallback={null}>
        {asked ? (
          <VaccinationForm
            studentId={studentId}
            vaccination={asked === "new" ? undefined : asked}
            onSaved={onChanged}
            onClose={() => ask(null)}
          />
        ) : null}
      </Suspense>
    </Section>
  );
}
