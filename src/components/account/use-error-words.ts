"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";

const domainSchema = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  field: z.string().optional(),
});
const apiErrorSchema = z.object({ data: z.object({ domain: domainSchema }) });

/** A refusal in words, and the field that it is about. */
export type Words = { text: string; field?: string };

/** Puts refusals into words: of the API, of signing in, and of a schema by the key of its sentence. */
export function useErrorWords() {
  const t = useTranslations("errors");
  type Key = Parameters<typeof t>[0];
  const isKey = (key: string): key is Key => t.has(key as Key);

  function say(key: string, values: Record<string, string | number> = {}): string {
    return isKey(key) ? t(key, values) : t("failed");
  }

  return {
    /** The sentence of a schema's issue; nothing where there is none. */
    ofField: (issue: { message?: string } | undefined) => (issue?.message ? say(issue.message) : undefined),
    /** What the API threw. */
    ofError(error: unknown): Words {
      const parsed = apiErrorSchema.safeParse(error);
      if (!parsed.success) return { text: t("failed") };
      const { key, values, field } = parsed.data.data.domain;
      return { text: say(key, values), field };
    },
    /** What the sign-in route answered with. */
    ofSignIn(answer: string): Words {
      const parsed = refusalSchema.safeParse(answer);
      return { text: parsed.success ? say(parsed.data.key, parsed.data.values) : t("failed") };
    },
  };
}

const refusalSchema = z.string().transform((text, context) => {
  try {
    return domainSchema.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "no refusal" });
    return z.NEVER;
  }
});
