"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Eye, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { TabFailed } from "@/components/tab-failed";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useAlive } from "@/components/ui/use-alive";
import { canAny } from "@/domain/permissions";
import { useTRPC } from "@/trpc/client";
import type { StudentTabProps } from "../student-page/tab-props";
import type { Health } from "../types";
import { Facts } from "./fact";
import { SEEN_ONCE } from "./seen-once";
import { useDecimal } from "./use-decimal";
import { Vaccinations } from "./vaccinations";

const HealthForm = lazy(() => import("./health-form"));

/** A student's health: all of it for who cares for them, little for the student. */
export default function HealthTab(props: StudentTabProps) {
  const isWhole = canAny(props.viewer.role, ["health:manage", "student:read-children"]);
  return isWhole ? <WholeHealth {...props} /> : <OwnHealth />;
}

function WholeHealth({ student, area }: StudentTabProps) {
  const t = useTranslations("students.health");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const alive = useAlive();
  const studentId = student.id;
  const { data, error, refetch } = useQuery({
    ...trpc.health.get.queryOptions({ studentId }),
    ...SEEN_ONCE,
    enabled: alive,
  });
  const refresh = () => void queries.invalidateQueries(trpc.health.pathFilter());
  if (error) return <TabFailed error={error} retry={() => void refetch()} />;
  if (!alive || !data) return <SkeletonBlock label={t("loading")} lines={6} />;
  return (
    <div className="flex flex-col gap-(--stack)">
      <Told>{t(area === "/parent" ? "toldFamily" : "told")}</Told>
      <Record health={data} studentId={studentId} edit={student.rights.edit} onSaved={refresh} />
      <Vaccinations
        studentId={studentId}
        rows={data.vaccinations}
        edit={student.rights.edit}
        onChanged={refresh}
      />
    </div>
  );
}

interface RecordProps {
  health: Health;
  studentId: string;
  edit: boolean;
  onSaved: () => void;
}

function Record({ health, studentId, edit, onSaved }: RecordProps) {
  const t = useTranslations("students.health");
  const decimal = useDecimal();
  const [editing, setEditing] = useState(false);
  const { weightKg, heightCm } = health;
  const change = edit ? (
    <Button size="sm" icon={<Pencil />} onPress={() => setEditing(true)}>
      {t("edit")}
    </Button>
  ) : null;
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-(--stack) lg:grid-cols-2">
      <Section title={t("care")} actions={change}>
        <Facts
          items={[
            [t("fields.bloodType"), health.bloodType ?? ""],
            [t("fields.allergies"), health.allergies],
            [t("fields.emergencyNotes"), health.emergencyNotes],
          ]}
        />
      </Section>
      <Section title={t("more")}>
        <Facts
          items={[
            [t("fields.conditions"), health.conditions],
            [t("fields.medication"), health.medication],
            [t("fields.weightKg"), weightKg === null ? "" : t("kilograms", { value: decimal(weightKg) })],
            [t("fields.heightCm"), heightCm === null ? "" : t("centimetres", { value: decimal(heightCm) })],
          ]}
        />
      </Section>
      <Suspense fallback={null}>
        {editing ? (
          <HealthForm
            studentId={studentId}
            health={health}
            onSaved={onSaved}
            onClose={() => setEditing(false)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

function OwnHealth() {
  const t = useTranslations("students.health");
  const trpc = useTRPC();
  const alive = useAlive();
  const { data, error, refetch } = useQuery({
    ...trpc.health.own.queryOptions(),
    ...SEEN_ONCE,
    enabled: alive,
  });
  if (error) return <TabFailed error={error} retry={() => void refetch()} />;
  if (!alive || !data) return <SkeletonBlock label={t("loading")} lines={3} />;
  return (
    <Section title={t("care")}>
      <div className="grid max-w-form gap-3">
        <Facts
          items={[
            [t("fields.bloodType"), data.bloodType ?? ""],
            [t("fields.allergies"), data.allergies],
          ]}
        />
        <p className="text-sm text-ink-3">{t("ownHint")}</p>
      </div>
    </Section>
  );
}

/** That a reading is written down. */
export function Told({ children }: { children: string }) {
  return (
    <p className="flex items-start gap-2 text-xs text-ink-3">
      <Eye className="mt-px size-3.5! flex-none" />
      {children}
    </p>
  );
}
