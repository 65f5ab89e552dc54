"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { evenTerms, USUAL_TERMS, usualDays } from "@/domain/academic-year";
import { useTRPC } from "@/trpc/client";
import { FormDialog } from "./form-dialog";
import type { Year } from "./types";
import { useSave } from "./use-save";
import { YearForm, type YearValues } from "./year-form";

export interface YearDialogProps {
  /** The one that is changed; null for a new one. */
  year: Year | null;
  years: readonly Year[];
  onClose: () => void;
}

/** A new school year behind the last one, or another name, days and terms of one. */
export function YearDialog({ year, years, onClose }: YearDialogProps) {
  const t = useTranslations("academics.year");
  const trpc = useTRPC();
  const form = useId();
  const create = useMutation(trpc.year.create.mutationOptions()).mutateAsync;
  const update = useMutation(trpc.year.update.mutationOptions()).mutateAsync;
  const saving = useSave(onClose);
  const { data } = useQuery(
    trpc.academics.get.queryOptions({ yearId: year?.id }, { enabled: year !== null, staleTime: 0 }),
  );
  const found = data?.year ?? undefined;
  const isFirst = years.length === 0;
  const initial: YearValues | undefined = year
    ? found && {
        ...{ name: found.name, startsOn: found.startsOn, endsOn: found.endsOn },
        ...{ terms: found.terms, isCurrent: found.isCurrent },
      }
    : newYear(years, (position) => t("termName", { position }));

  function submit({ isCurrent, ...values }: YearValues) {
    const base = found && { name: found.name, startsOn: found.startsOn, endsOn: found.endsOn };
    return saving.save(
      async () => {
        if (year) await update({ id: year.id, ...values, base });
        else await create({ ...values, isCurrent: isFirst || isCurrent });
      },
      () => t("saved", { name: values.name }),
    );
  }

  return (
    <FormDialog
      size="lg"
      title={t(year ? "edit" : "new", { name: year?.name ?? "" })}
      submit={t(year ? "save" : "create")}
      formId={form}
      pending={saving.pending}
      onClose={onClose}
    >
      {initial ? (
        <YearForm
          formId={form}
          initial={initial}
          refusal={saving.refusal}
          attempt={saving.attempt}
          asksCurrent={year === null && !isFirst}
          onSubmit={submit}
        />
      ) : (
        <SkeletonBlock label={t("loading")} lines={6} />
      )}
    </FormDialog>
  );
}

/** The year that follows the newest one by its name, with its usual days and terms; empty where no name tells. */
function newYear(years: readonly Year[], termName: (position: number) => string): YearValues {
  const names = years.map(({ name }) => followingName(name)).filter((name) => name !== "");
  const name = names.sort().at(-1) ?? "";
  const days = usualDays(name);
  return {
    ...{ name, startsOn: days?.startsOn ?? "", endsOn: days?.endsOn ?? "", isCurrent: false },
    terms: days
      ? evenTerms(days).map((term, index) => ({ name: termName(index + 1), ...term }))
      : Array.from({ length: USUAL_TERMS }, (_, index) => ({
          ...{ name: termName(index + 1), startsOn: "", endsOn: "" },
        })),
  };
}

function followingName(name: string): string {
  if (!usualDays(name)) return "";
  return name
    .split("-")
    .map((part) => String(Number(part) + 1))
    .join("-");
}
