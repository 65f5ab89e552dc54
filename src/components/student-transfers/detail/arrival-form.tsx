"use client";

import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DateField } from "@/components/ui/date-field";
import { FieldPair, Form } from "@/components/ui/form";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useToday } from "@/components/use-today";
import { useTRPC } from "@/trpc/client";
import type { TransferDetail } from "../types";
import { ArrivalPreview } from "./arrival-preview";
import { DeclineDialog } from "./decline-dialog";

/** Where an incoming student comes to be, what that does, and the school's yes or no. */
export function ArrivalForm({ transfer }: { transfer: TransferDetail }) {
  const t = useTranslations("studentTransfers.arrival");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const today = useToday();
  const { data: options } = useSuspenseQuery(trpc.student.options.queryOptions());
  const years = options.years.filter(({ state }) => state !== "closed");
  const grades = options.grades.filter(({ isArchived }) => !isArchived);
  const [yearId, setYear] = useState(years.find(({ isCurrent }) => isCurrent)?.id ?? years[0]?.id ?? "");
  const [gradeId, setGrade] = useState("");
  const [sectionId, setSection] = useState("");
  const [enteredOn, setEnteredOn] = useState<string>();
  const [declining, setDeclining] = useState(false);
  const sections = options.sections.filter(
    (section) => section.yearId === yearId && section.gradeId === gradeId,
  );
  const place = { id: transfer.id, yearId, gradeId, sectionId: sectionId || null };
  const isPlaced = yearId !== "" && gradeId !== "";
  const preview = useQuery({
    ...trpc.studentTransfer.previewAcceptance.queryOptions(place),
    enabled: isPlaced,
    staleTime: 0,
  });
  const accept = useMutation(
    trpc.studentTransfer.accept.mutationOptions({
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.studentTransfer.pathFilter()),
          queryClient.invalidateQueries(trpc.student.pathFilter()),
        ]),
    }),
  );
  const { studentName } = transfer;
  const ready = isPlaced && preview.data?.conflicts.length === 0 && !preview.isFetching;
  return (
    <Section title={t("title")}>
      {years.length === 0 || grades.length === 0 ? (
        <Callout tone="warning">{t("noStructure")}</Callout>
      ) : (
        <Form
          narrow={false}
          error={accept.error ? errorText(accept.error).message : undefined}
          onSubmit={(event) => {
            event.preventDefault();
            if (!ready) return;
            accept.mutate(
              { ...place, enteredOn: enteredOn || today() },
              { onSuccess: () => void toast(t("done", { student: studentName })) },
            );
          }}
        >
          <FieldPair>
            <Select
              label={t("year")}
              value={yearId}
              options={years.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={({ target }) => {
                setYear(target.value);
                setSection("");
              }}
            />
            <Select
              label={t("grade")}
              placeholder={t("choose")}
              value={gradeId}
              options={grades.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={({ target }) => {
                setGrade(target.value);
                setSection("");
              }}
            />
          </FieldPair>
          <FieldPair>
            <Select
              optional
              label={t("section")}
              placeholder={t("noSection")}
              value={sectionId}
              disabled={sections.length === 0}
              options={sections.map(({ id, name, studentCount, capacity }) => ({
                value: id,
                label:
                  capacity === null
                    ? t("sectionOpen", { name, count: studentCount })
                    : t("sectionSeats", { name, count: studentCount, capacity }),
              }))}
              onChange={({ target }) => setSection(target.value)}
            />
            <DateField label={t("enteredOn")} value={enteredOn ?? today()} onChange={setEnteredOn} />
          </FieldPair>
          <ArrivalPreview query={preview} isPlaced={isPlaced} transfer={transfer} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" disabled={!ready} pending={accept.isPending}>
              {t("accept")}
            </Button>
            <Button variant="danger-quiet" disabled={accept.isPending} onPress={() => setDeclining(true)}>
              {t("decline")}
            </Button>
          </div>
        </Form>
      )}
      <DeclineDialog transfer={transfer} open={declining} onOpenChange={setDeclining} />
    </Section>
  );
}
