"use client";

import { useErrorText } from "@/components/error-text";
import { Link } from "@/components/ui/link";
import { errorData } from "@/trpc/error-data";
import type { Refusal } from "./use-form-fields";

/** Words a failed save; where another record has what was written, with the way to that record. */
export function useRefusal(): (
  error: unknown,
  holder: { hrefOf: (id: string) => string; label: string },
) => Refusal | undefined {
  const errorText = useErrorText();
  return (error, { hrefOf, label }) => {
    if (error === undefined) return undefined;
    const { message, field } = errorText(error);
    const id = errorData(error)?.domain?.values.id;
    if (typeof id !== "string" || id === "") return { message, field };
    return {
      field,
      message: (
        <>
          {message} <Link href={hrefOf(id)}>{label}</Link>
        </>
      ),
    };
  };
}
