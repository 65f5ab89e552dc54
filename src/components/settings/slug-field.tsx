"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useErrorWords } from "@/components/account/use-error-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useRested } from "@/components/use-rested";
import { useTRPC } from "@/trpc/client";

const FRESH = 20_000;

export interface SlugFieldProps {
  /** What stands before and after every slug. */
  around: { before: string; after: string };
  present: string;
  onChoose: (slug: string) => void;
}

/** Another address for the school, looked up as it is typed. */
export function SlugField({ around, present, onChoose }: SlugFieldProps) {
  const t = useTranslations("settings.slug");
  const words = useErrorWords();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const typed = text.trim().toLowerCase();
  const asked = useRested(typed);
  const found = useQuery({
    ...trpc.organization.checkSlug.queryOptions({ slug: asked }),
    enabled: asked !== "" && asked !== present,
    staleTime: FRESH,
    retry: false,
  });
  const answer = found.data?.slug === typed ? found.data : undefined;
  const good = answer?.state === "free" || answer?.state === "yours" ? answer.state : undefined;

  /** Why this cannot be the address. */
  function problem(): string | undefined {
    if (typed === "" || typed === present) return undefined;
    if (found.error && asked === typed) return words.ofError(found.error).message;
    if (!answer || good) return undefined;
    if (answer.state === "malformed") return words.ofField({ message: answer.reason });
    return t(`state.${answer.state}`, { slug: answer.slug });
  }

  function hint() {
    if (typed === "") return t("hint");
    if (typed === present) return t("state.current", { slug: typed });
    if (good)
      return (
        <span className="flex gap-1 text-success-text">
          <Check className="mt-0.5 size-3!" />
          {t(`state.${good}`, { slug: typed })}
        </span>
      );
    return (
      <span className="flex gap-1">
        <LoaderCircle className="mt-0.5 size-3! animate-spin" />
        {t("checking")}
      </span>
    );
  }

  const error = problem();
  function submit(event: FormEvent) {
    event.preventDefault();
    if (answer && good) onChoose(answer.slug);
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <div aria-live="polite">
        <TextField
          label={t("new")}
          labelAside={
            <span className="text-xs text-ink-3 max-sm:hidden">
              {around.before}…{around.after}
            </span>
          }
          value={text}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={error}
          hint={hint()}
          onChange={({ target: { value } }) => setText(value)}
        />
      </div>
      <div>
        <Button type="submit" variant="primary" disabled={!good}>
          {t("change")}
        </Button>
      </div>
    </form>
  );
}
