"use client";

import { TRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { errorData } from "@/trpc/error-data";

/** What to say of a failed call, and the input that it is about where there is one. */
export interface ErrorText {
  message: string;
  field: string | undefined;
}

const CODES: Record<string, "notFound" | "forbidden" | "signedOut"> = {
  NOT_FOUND: "notFound",
  FORBIDDEN: "forbidden",
  UNAUTHORIZED: "signedOut",
};

/** Whether the call failed because the thing is missing, or not for us to see. */
export function isNotFound(error: unknown): boolean {
  return errorData(error)?.code === "NOT_FOUND";
}

/** Says the sentence of a refusal by its key under `errors`; that it failed where there is none. */
export function useRefusalText(): (key: string, values?: Record<string, string | number>) => string {
  const t = useTranslations("errors");
  return useCallback(
    (key, values = {}) => {
      type Key = Parameters<typeof t>[0];
      return t.has(key as Key) ? t(key as Key, values) : t("failed");
    },
    [t],
  );
}

/** Words a failed call: the domain's own sentence, the first bad input's, or that nothing was changed. */
export function useErrorText(): (error: unknown) => ErrorText {
  const t = useTranslations("errors");
  const say = useRefusalText();
  return useCallback(
    (error) => {
      if (!(error instanceof TRPCClientError)) return { message: t("failed"), field: undefined };
      const data = errorData(error);
      // Without data it never reached the server, or not ours.
      if (!data) return { message: t("unreachable"), field: undefined };
      const { domain, fields, code } = data;
      if (domain) return { message: say(domain.key, domain.values), field: domain.field };
      const [bad] = Object.entries<string[] | undefined>(fields ?? {});
      if (bad) return { message: say(bad[1]?.[0] ?? "failed"), field: bad[0] };
      return { message: say(CODES[code] ?? "failed"), field: undefined };
    },
    [t, say],
  );
}
