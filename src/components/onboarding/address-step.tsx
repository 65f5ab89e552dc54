"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/account/use-error-words";
import { TextField } from "@/components/ui/text-field";
import { useRested } from "@/components/use-rested";
import { useTRPC } from "@/trpc/client";
import type { StepProps } from "./step-fields";
import { SLUG_FRESH } from "./use-join";

export interface AddressStepProps extends StepProps {
  token: string;
  /** What stands before and after every subdomain. */
  around: { before: string; after: string };
}

/** Where the school will be found, looked up as it is typed. */
export function AddressStep({ token, around, draft, onChange, problem }: AddressStepProps) {
  const t = useTranslations("join.address");
  const words = useErrorWords();
  const trpc = useTRPC();
  const typed = draft.slug.trim().toLowerCase();
  const asked = useRested(typed);
  const found = useQuery({
    ...trpc.onboarding.checkSlug.queryOptions({ token, slug: asked, name: draft.schoolName }),
    enabled: asked !== "",
    staleTime: SLUG_FRESH,
    retry: false,
  });
  const answer = found.data?.slug === typed ? found.data : undefined;

  function refusal(): string | undefined {
    if (typed === "") return undefined;
    if (found.error && asked === typed) return words.ofError(found.error).message;
    if (!answer || answer.state === "free") return undefined;
    if (answer.state === "malformed") return words.ofField({ message: answer.reason });
    return t(answer.state, { slug: answer.slug });
  }

  function hint() {
    if (typed === "") return t("hint");
    if (answer?.state === "free")
      return (
        <span className="flex gap-1 text-success-text">
          <Check className="mt-0.5 size-3!" />
          {t("free", { slug: typed })}
        </span>
      );
    return (
      <span className="flex gap-1">
        <LoaderCircle className="mt-0.5 size-3! animate-spin" />
        {t("checking")}
      </span>
    );
  }

  const proposals = answer?.proposals ?? [];
  return (
    <div className="grid gap-4">
      <div aria-live="polite">
        <TextField
          label={t("label")}
          value={draft.slug}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={refusal() ?? problem("slug")}
          hint={hint()}
          onChange={({ target }) => onChange({ slug: target.value })}
        />
      </div>
      {proposals.length > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: the words before the buttons name them
        <div role="group" aria-label={t("proposals")} className="flex flex-wrap items-center gap-2 text-sm">
          <span className="text-ink-3">{t("proposals")}</span>
          {proposals.map((slug) => (
            <button
              key={slug}
              type="button"
              onClick={() => onChange({ slug })}
              className="min-h-6 rounded-md px-2 edge hover:bg-hover pointer-coarse:min-h-11"
            >
              {slug}
            </button>
          ))}
        </div>
      ) : null}
      <p className="rounded-lg border border-line bg-sunken px-3 py-2 [overflow-wrap:anywhere]">
        <span className="block text-xs text-ink-3">{t("whole")}</span>
        <span className="text-ink-3">{around.before}</span>
        <b>{typed || t("blank")}</b>
        <span className="text-ink-3">{around.after}</span>
      </p>
    </div>
  );
}
