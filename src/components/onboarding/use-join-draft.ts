"use client";

import { useCallback, useMemo } from "react";
import { useTabText } from "@/components/use-tab-text";
import { JOIN_STEPS, type JoinStep } from "@/domain/onboarding-list";
import { oneOf } from "@/lib/one-of";

/** What the wizard is told but for the password, which is kept nowhere. */
export type JoinDraft = {
  schoolName: string;
  slug: string;
  name: string;
  primaryColor: string;
  motto: string;
  year: string;
  /** The farthest step that was come to. */
  reached: JoinStep;
};

const TEXTS = ["schoolName", "slug", "name", "primaryColor", "motto", "year"] as const;

function parse(kept: string, empty: JoinDraft): JoinDraft {
  if (kept === "") return empty;
  try {
    const given = JSON.parse(kept);
    const texts = TEXTS.map((key) => [key, typeof given[key] === "string" ? given[key] : empty[key]]);
    return { ...empty, ...Object.fromEntries(texts), reached: oneOf(JOIN_STEPS, given.reached) ?? "school" };
  } catch {
    return empty;
  }
}

/** What was typed, kept in this tab: a reload, a mistake or a wrong turn loses nothing. */
export function useJoinDraft(token: string, empty: JoinDraft) {
  // A part of the token tells drafts apart; the whole of it would be a key left lying about.
  const [kept, keep] = useTabText(`join.${token.slice(0, 8)}`);
  const draft = useMemo(() => parse(kept, empty), [kept, empty]);
  const change = useCallback(
    (part: Partial<JoinDraft>) => keep(JSON.stringify({ ...draft, ...part })),
    [draft, keep],
  );
  const clear = useCallback(() => keep(""), [keep]);
  return { draft, change, clear };
}
