"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { type ErrorText, useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { classHref } from "../class-url";
import type { ClassDetail } from "../types";
import { useRefreshClasses } from "../use-refresh-classes";
import { ClassPlaceFields } from "./class-place-fields";
import { type PlaceValues, useClassPlaces } from "./use-class-places";

const FIELDS = ["name", "yearId", "sectionId"] as const;

export interface DuplicateClassDialogProps {
  detail: Pick<ClassDetail, "id" | "name" | "section" | "sectionId" | "yearId">;
  onClose: () => void;
}

/** A new class after an old one: its name, where it belongs, and who comes along; then its page. */
export default function DuplicateClassDialog({ detail, onClose }: DuplicateClassDialogProps) {
  const t = useTranslations("classes.duplicate");
  const tForm = useTranslations("classes.form");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const router = useRouter();
  const form = useId();
  const trpc = useTRPC();
  const refresh = useRefreshClasses();
  const { mutateAsync, isPending } = useMutation(trpc.class.duplicate.mutationOptions());
  const [name, setName] = useState(() => t("copyOf", { name: detail.name }));
  const [chosen, setChosen] = useState<Pick<PlaceValues, "yearId" | "sectionId">>();
  const places = useClassPlaces();
  // The current year, and in it the section of the same name, until something else is chosen.
  const yearId = chosen?.yearId ?? (places.currentYearId || (detail.yearId ?? ""));
  const sectionId = chosen?.sectionId ?? places.sectionLike(detail.section, yearId);
  const [withCoaches, setWithCoaches] = useState(true);
  const [withStudents, setWithStudents] = useState(false);
  const [refusal, setRefusal] = useState<ErrorText>();
  const [attempt, setAttempt] = useState(0);
  const of = (field: string) => (refusal?.field === field ? refusal.message : undefined);

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      const made = await mutateAsync({
        ...{ id: detail.id, name, withCoaches, withStudents },
        ...{ yearId: yearId || null, sectionId: sectionId || null },
      });
      toast(t("done", { name: name.trim(), enrolled: made.enrolled, waiting: made.waiting }));
      void refresh();
      router.push(classHref("/org-admin", made.id));
      onClose();
    } catch (error) {
      setRefusal(errorText(error));
      setAttempt((count) => count + 1);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || isPending || onClose()}
      dismissable={false}
      title={t("title", { name: detail.name })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={isPending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={form} variant="primary" pending={isPending}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        narrow={false}
        onSubmit={submit}
        attempt={attempt}
        error={refusal && !FIELDS.some(of) ? refusal.message : undefined}
        errorCount={FIELDS.filter(of).length}
      >
        <TextField
          label={tForm("name")}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={of("name")}
        />
        <ClassPlaceFields
          places={places}
          value={{ yearId, sectionId, subjectId: "" }}
          onChange={setChosen}
          refused={of}
          withSubject={false}
        />
        <fieldset className="grid gap-2">
          <legend className="mb-1 text-sm font-medium text-ink">{t("along")}</legend>
          <Checkbox
            checked={withCoaches}
            onChange={(event) => setWithCoaches(event.currentTarget.checked)}
            hint={t("coachesHint")}
          >
            {t("coaches")}
          </Checkbox>
          <Checkbox
            checked={withStudents}
            onChange={(event) => setWithStudents(event.currentTarget.checked)}
            hint={t("studentsHint")}
          >
            {t("students")}
          </Checkbox>
        </fieldset>
      </Form>
    </Dialog>
  );
}
