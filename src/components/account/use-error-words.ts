"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { useErrorText } from "@/components/error-text";

const refusalSchema = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Puts refusals into words: of a schema, of the API, and of the sign-in route. */
export function useErrorWords() {
  const t = useTranslations("errors");
  const ofError = useErrorText();
  type Key = Parameters<typeof t>[0];
  const isKey = (key: string): key is Key => t.has(key as Key);
  const say = (key: string, values: Record<string, string | number> = {}) =>
    isKey(key) ? t(key, values) : t("failed");

  return {
    /** The sentence of a schema's issue; nothing where there is none. */
    ofField: (issue: { message?: string } | undefined) => (issue?.message ? say(issue.message) : undefined),
    /** What the API threw. */
    ofError,
    /** What the sign-in route answered with; undefined where it did not answer. */
    ofSignIn(answer: string | undefined): string {
      const refusal = refusalSchema.safeParse(parseJson(answer));
      return refusal.success ? say(refusal.data.key, refusal.data.values) : t("failed");
    },
  };
}

function parseJson(text = ""): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
