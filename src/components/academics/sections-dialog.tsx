"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldMessage } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { NumberField } from "@/components/ui/number-field";
import { TextField } from "@/components/ui/text-field";
import { sectionNamesOf } from "@/domain/academics-list";
import { useTRPC } from "@/trpc/client";
import { FormDialog } from "./form-dialog";
import type { Grade, OpenYear } from "./types";
import { useSave } from "./use-save";

export interface SectionsDialogProps {
  year: OpenYear;
  grades: readonly Grade[];
  /** Ticked to begin with; all grades without. */
  gradeId?: string | undefined;
  onClose: () => void;
}

/** Several sections at once: "A, B, C" in each of the ticked grades. */
export function SectionsDialog({ year, grades, gradeId, onClose }: SectionsDialogProps) {
  const t = useTranslations("academics.newSections");
  const tErrors = useTranslations("errors.academics");
  const trpc = useTRPC();
  const form = useId();
  const gradesError = useId();
  const create = useMutation(trpc.section.create.mutationOptions()).mutateAsync;
  const { save, of, refusal, attempt, pending } = useSave(onClose);
  const inUse = grades.filter(({ archivedAt }) => !archivedAt);
  const [names, setNames] = useState("");
  const [capacity, setCapacity] = useState<number | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(gradeId ? [gradeId] : inUse.map(({ id }) => id)),
  );
  const [tried, setTried] = useState(0);
  const wanted = sectionNamesOf(names);
  const namesProblem = tried > 0 && wanted.length === 0 ? tErrors("noSection") : of("names");
  const gradesProblem = tried > 0 && chosen.size === 0 ? tErrors("noGrade") : undefined;
  const known = ["names", "capacity"].includes(refusal?.field ?? "");
  const count = wanted.length * chosen.size;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried((before) => before + 1);
    if (count === 0) return;
    const gradeIds = inUse.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
    void save(
      () => create({ yearId: year.id, gradeIds, names: wanted, capacity }),
      ({ made, known: there }) => t("done", { count: made.length, known: there }),
    );
  }

  return (
    <FormDialog
      title={t("title", { year: year.name })}
      submit={t("create", { count })}
      formId={form}
      pending={pending}
      onClose={onClose}
    >
      <Form
        id={form}
        narrow={false}
        attempt={tried + attempt}
        error={refusal && !known ? refusal.message : undefined}
        errorCount={[namesProblem, gradesProblem, of("capacity")].filter(Boolean).length}
        onSubmit={submit}
      >
        <TextField
          label={t("names")}
          hint={t("namesHint")}
          autoComplete="off"
          value={names}
          onChange={({ currentTarget: { value } }) => setNames(value)}
          error={namesProblem}
        />
        <NumberField
          optional
          min={1}
          label={t("capacity")}
          hint={t("capacityHint")}
          value={capacity}
          onChange={setCapacity}
          error={of("capacity")}
        />
        <fieldset className="grid gap-2" aria-describedby={gradesProblem ? gradesError : undefined}>
          <legend className="mb-1 text-sm font-medium text-ink">{t("grades")}</legend>
          <Checkbox
            checked={chosen.size === inUse.length}
            indeterminate={chosen.size > 0 && chosen.size < inUse.length}
            onChange={({ currentTarget: { checked } }) =>
              setChosen(new Set(checked ? inUse.map(({ id }) => id) : []))
            }
          >
            {t("all")}
          </Checkbox>
          <div className="grid grid-cols-2 gap-x-4 gap-y-2 border-t border-line pt-2 sm:grid-cols-3">
            {inUse.map(({ id, name }) => (
              <Checkbox
                key={id}
                checked={chosen.has(id)}
                onChange={({ currentTarget: { checked } }) => {
                  const next = new Set(chosen);
                  if (checked) next.add(id);
                  else next.delete(id);
                  setChosen(next);
                }}
              >
                {name}
              </Checkbox>
            ))}
          </div>
          {gradesProblem ? (
            <FieldMessage id={gradesError} tone="error">
              {gradesProblem}
            </FieldMessage>
          ) : null}
        </fieldset>
      </Form>
    </FormDialog>
  );
}
