"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { useErrorWords } from "@/components/account/use-error-words";
import { TextField } from "@/components/ui/text-field";
import { useRested } from "@/components/use-rested";
import { useTRPC } from "@/trpc/client";

const FRESH = 20_000;

export interface SlugInputProps {
  name: string;
  value: string;
  onChange: (slug: string) => void;
  onBlur: () => void;
  ref?: Ref<HTMLInputElement>;
  error?: ReactNode;
}

/** The address of a new school, looked up as it is typed. */
export function SlugInput({ value, onChange, error, ...rest }: SlugInputProps) {
  const t = useTranslations("schools.form");
  const tSlug = useTranslations("settings.slug");
  const words = useErrorWords();
  const trpc = useTRPC();
  const typed = value.trim().toLowerCase();
  const asked = useRested(typed);
  const found = useQuery({
    ...trpc.organization.checkSlug.queryOptions({ slug: asked }),
    enabled: asked !== "",
    staleTime: FRESH,
    retry: false,
  });
  const answer = found.data?.slug === typed ? found.data : undefined;

  function problem() {
    if (typed === "") return undefined;
    if (found.error && asked === typed) return words.ofError(found.error).message;
    if (!answer || answer.state === "free") return undefined;
    if (answer.state === "malformed") return words.ofField({ message: answer.reason });
    // Our own school has it, or had it.
    return tSlug(answer.state === "reserved" ? "state.reserved" : "state.taken", { slug: answer.slug });
  }

  function hint() {
    if (typed === "") return t("slugHint");
    if (answer?.state === "free")
      return (
        <span className="flex gap-1 text-success-text">
          <Check className="mt-0.5 size-3!" />
          {tSlug("state.free", { slug: typed })}
        </span>
      );
    return (
      <span className="flex gap-1">
        <LoaderCircle className="mt-0.5 size-3! animate-spin" />
        {tSlug("checking")}
      </span>
    );
  }

  return (
    <div aria-live="polite">
      <TextField
        {...rest}
        label={t("slug")}
        value={value}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
        error={error ?? problem()}
        hint={hint()}
      />
    </div>
  );
}
