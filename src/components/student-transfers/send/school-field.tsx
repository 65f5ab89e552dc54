"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type Control, useController } from "react-hook-form";
import { useErrorText } from "@/components/error-text";
import { TextField } from "@/components/ui/text-field";
import { useRested } from "@/components/use-rested";
import { useTRPC } from "@/trpc/client";
import type { SendFormValues } from "./send-form-values";

const SHORTEST = 3;

/** The other school by its address, and its name once it is found: schools see no list of the others. */
export function SchoolField({
  control,
  error,
}: {
  control: Control<SendFormValues>;
  error: string | undefined;
}) {
  const t = useTranslations("studentTransfers.send");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { field } = useController({ control, name: "address" });
  const address = useRested(field.value.trim());
  const found = useQuery({
    ...trpc.studentTransfer.findSchool.queryOptions({ address }),
    enabled: address.length >= SHORTEST,
    retry: false,
  });
  const isCurrent = address === field.value.trim() && address.length >= SHORTEST;
  const name = isCurrent ? found.data?.name : undefined;
  const refusal = isCurrent && found.error ? errorText(found.error).message : undefined;
  return (
    <div>
      <TextField
        {...field}
        label={t("school")}
        hint={name ? undefined : t("schoolHint")}
        error={error ?? refusal}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="url"
      />
      <p role="status" className="mt-1 text-sm empty:hidden">
        {name && !error ? t.rich("schoolFound", { name, b: (chunks) => <b>{chunks}</b> }) : null}
      </p>
    </div>
  );
}
