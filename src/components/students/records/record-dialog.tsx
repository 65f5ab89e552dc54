"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import { useErrorWords } from "@/components/account/use-error-words";
import { type ErrorText, useErrorText } from "@/components/error-text";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";
import { isSameValue } from "@/domain/stale";
import { errorData } from "@/trpc/error-data";
import { type Conflict, RecordConflict } from "./record-conflict";

/** A form as its fields are drawn: with what is wrong with each. */
export type RecordFields<Input extends FieldValues, Output> = UseFormReturn<Input, unknown, Output> & {
  wrong: (field: string) => string | undefined;
};

export interface RecordDialogProps<Input extends FieldValues, Output extends Record<string, unknown>> {
  title: string;
  saveLabel: string;
  /** Says that it is saved. */
  saved: string;
  schema: () => Promise<z.ZodType<Output, Input>>;
  /** What the form begins with. */
  initial: Input;
  /** What stands in the record; nothing for a new one. */
  record?: Output;
  /** Keeps what is given: all of a new record, of another the changed fields with what they were loaded with. */
  save: (given: Output, base: Partial<Output>) => Promise<unknown>;
  /** The refusal of a stale save, and what stands in the record now. */
  stale?: { key: string; reload: () => Promise<Output> };
  label: (field: string) => string;
  /** A value in words, for the choice between two. */
  shown?: (field: string, value: unknown) => ReactNode;
  onSaved: () => void;
  onClose: () => void;
  children: (form: RecordFields<Input, Output>) => ReactNode;
}

/** A form of a part of a student's record; where somebody else has saved meanwhile, both versions to choose from. */
export function RecordDialog<Input extends FieldValues, Output extends Record<string, unknown>>(
  props: RecordDialogProps<Input, Output>,
) {
  const { title, saveLabel, saved, schema, initial, record, save, stale, onSaved, onClose, children } = props;
  const tUi = useTranslations("ui");
  const words = useErrorWords();
  const errorText = useErrorText();
  const formId = useId();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ErrorText>();
  const [conflict, setConflict] = useState<Conflict<Output> | null>(null);
  // What the form was opened with: what others save meanwhile does not move under the fingers.
  const [base] = useState(record);
  const form = useForm<Input, unknown, Output>({
    resolver: lazyResolver(schema),
    mode: "onTouched",
    defaultValues: initial as DefaultValues<Input>,
  });
  const { errors, submitCount } = form.formState;
  const refusedField = refusal?.field !== undefined && refusal.field in initial ? refusal.field : undefined;
  const wrong = (field: string) =>
    words.ofField(errors[field] as { message?: string } | undefined) ??
    (refusedField === field ? refusal?.message : undefined);

  async function keep(values: Output, loaded: Output | undefined) {
    const changed = Object.keys(values).filter((field) => !isSameValue(values[field], loaded?.[field]));
    const only = (all: Output) => Object.fromEntries(changed.map((field) => [field, all[field]])) as Output;
    setPending(true);
    setRefusal(undefined);
    try {
      if (!loaded) await save(values, {});
      else if (changed.length > 0) await save(only(values), only(loaded));
      toast(saved);
      onSaved();
      onClose();
    } catch (error) {
      if (stale && loaded && errorData(error)?.domain?.key === stale.key)
        setConflict({ theirs: await stale.reload(), mine: only(values), loaded });
      else setRefusal(errorText(error));
      setPending(false);
    }
  }

  return (
    <Dialog
      open
      size={conflict ? "lg" : "md"}
      onOpenChange={(open) => open || pending || onClose()}
      dismissable={false}
      title={title}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={pending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            {saveLabel}
          </Button>
        </>
      }
    >
      {conflict ? (
        <RecordConflict
          formId={formId}
          conflict={conflict}
          refusal={refusal}
          label={props.label}
          shown={props.shown}
          onChoose={(values) => keep(values, conflict.theirs)}
        />
      ) : (
        <Form
          id={formId}
          narrow={false}
          onSubmit={form.handleSubmit((values) => keep(values, base))}
          error={refusal && !refusedField ? refusal.message : undefined}
          errorCount={submitCount > 0 ? Object.keys(errors).length + (refusedField ? 1 : 0) : 0}
          attempt={submitCount}
        >
          {children({ ...form, wrong })}
        </Form>
      )}
    </Dialog>
  );
}
