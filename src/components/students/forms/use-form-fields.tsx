"use client";

import type { ReactNode } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import type { Normalised } from "@/domain/identity/normalised";

/** What the server said no with, at a field or at none. */
export type Refusal = { message: ReactNode; field: string | undefined };

/** The props of a record's fields: registered, labelled, and with what is wrong or looks odd. */
export function useFormFields<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  { labelOf, refusal }: { labelOf: (field: string) => string; refusal: Refusal | undefined },
) {
  const words = useErrorWords();
  const { errors, submitCount } = form.formState;

  function error(field: Path<Values>): ReactNode {
    const issue: unknown = errors[field];
    const told = isIssue(issue) ? words.ofField(issue) : undefined;
    return told ?? (refusal?.field === field ? refusal.message : undefined);
  }

  const known = refusal?.field !== undefined && refusal.field in form.getValues();
  return {
    error,
    text: (field: Path<Values>) => ({
      ...form.register(field),
      label: labelOf(field),
      error: error(field),
      autoComplete: "off",
    }),
    /** That what is written is unusual, though it is taken. */
    warning(field: Path<Values>, readIt: (text: string) => Normalised<string>): string | undefined {
      const text: unknown = form.watch(field);
      if (typeof text !== "string" || text.trim() === "") return undefined;
      const found = readIt(text);
      return found.ok ? words.ofField({ message: found.warning }) : undefined;
    },
    /** For the form as a whole. */
    state: {
      error: refusal && !known ? refusal.message : undefined,
      errorCount: submitCount > 0 ? Object.keys(errors).length + (known ? 1 : 0) : 0,
      attempt: submitCount,
    },
  };
}

function isIssue(issue: unknown): issue is { message?: string } {
  return typeof issue === "object" && issue !== null;
}
