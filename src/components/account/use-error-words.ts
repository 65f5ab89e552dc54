"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";

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
      const refusal = parseRefusal(answer);
      return refusal ? say(refusal.key, refusal.values) : t("failed");
    },
  };
}

/** What `encodeRefusal` wrote; undefined where the answer is none of ours. */
function parseRefusal(text = ""): { key: string; values: Record<string, string | number> } | undefined {
  try {
    const { key, values } = JSON.parse(text);
    return typeof key === "string" ? { key, values } : undefined;
  } catch {
    return undefined;
  }
}
