"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useQueryState } from "nuqs";
import { useMemo, useState } from "react";
import { useErrorWords } from "@/components/account/use-error-words";
import { JOIN_STEPS, type JoinStep } from "@/domain/onboarding-list";
import { DEFAULT_BRAND_COLOR } from "@/domain/setting-list";
import { appLocale } from "@/i18n/locale";
import { slugify } from "@/lib/slugify";
import { useTRPC } from "@/trpc/client";
import type { JoinField, Problems } from "./join-rules";
import { joinStepParser } from "./join-url";
import type { OpenInvitation } from "./types";
import { type JoinDraft, useJoinDraft } from "./use-join-draft";

/** Milliseconds for which a subdomain that was found free is taken to be. */
export const SLUG_FRESH = 20_000;
const loadRules = () => import("./join-rules");

/** The step on which a field is asked for. */
const STEP_OF: Record<JoinField, JoinStep> = {
  schoolName: "school",
  slug: "address",
  name: "account",
  password: "account",
  primaryColor: "look",
  motto: "look",
  year: "year",
};

export interface JoinOptions {
  token: string;
  invitation: Pick<OpenInvitation, "name" | "slug" | "email">;
  hasAccount: boolean;
  years: readonly string[];
}

/** The wizard's state: what was typed, which step shows, what is wrong, and the opening of the school. */
export function useJoin({ token, invitation, hasAccount, years }: JoinOptions) {
  const { email } = invitation;
  const empty = useMemo<JoinDraft>(
    () => ({
      schoolName: invitation.name,
      slug: invitation.slug ?? "",
      name: "",
      primaryColor: DEFAULT_BRAND_COLOR,
      motto: "",
      year: years[0] ?? "",
      reached: "school",
    }),
    [invitation.name, invitation.slug, years],
  );
  const { draft, change, clear } = useJoinDraft(token, empty);
  const [asked, setAsked] = useQueryState("step", joinStepParser);
  const [password, setPassword] = useState("");
  const [problems, setProblems] = useState<Problems>({});
  const [attempt, setAttempt] = useState(0);
  const locale = appLocale(useLocale());
  const words = useErrorWords();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const accept = useMutation(trpc.onboarding.accept.mutationOptions({ onSuccess: clear }));
  const refusal = accept.error ? words.ofError(accept.error) : undefined;

  const reachedIndex = JOIN_STEPS.indexOf(draft.reached);
  const step = JOIN_STEPS.indexOf(asked) <= reachedIndex ? asked : draft.reached;
  /** Lost with a reload, since it is kept nowhere. */
  const lacksPassword = password === "" && reachedIndex > JOIN_STEPS.indexOf("account");

  function go(next: JoinStep) {
    setProblems({});
    setAttempt(0);
    void setAsked(next, { history: "push" });
  }

  async function submit() {
    const judge = await loadRules().catch(() => undefined);
    const filled = { ...draft, password };
    const found = judge?.problemsOf(step, filled, { email, hasAccount }) ?? {};
    if (step === "address" && !found.slug && !(await isFree())) found.slug = "slug.unavailable";
    setProblems(found);
    setAttempt(attempt + 1);
    if (Object.keys(found).length > 0) return;
    if (step === "summary") return open();
    const index = JOIN_STEPS.indexOf(step);
    const next = draft.reached === "summary" ? "summary" : (JOIN_STEPS[index + 1] ?? "summary");
    const reached = JOIN_STEPS[Math.max(reachedIndex, index + 1)] ?? "summary";
    // A subdomain to begin with, made of the name that was just written.
    const slug = step === "school" && draft.slug === "" ? slugify(draft.schoolName) : draft.slug;
    change({ reached, slug });
    go(next);
  }

  /** Where that cannot be asked, the opening itself will say it. */
  async function isFree(): Promise<boolean> {
    const slug = draft.slug.trim().toLowerCase();
    const asking = trpc.onboarding.checkSlug.queryOptions({ token, slug, name: draft.schoolName });
    const answer = await queryClient.fetchQuery({ ...asking, staleTime: SLUG_FRESH }).catch(() => undefined);
    return answer === undefined || answer.state === "free";
  }

  function open() {
    if (password === "") {
      go("account");
      setProblems({ password: "password.missing" });
      setAttempt(1);
      return;
    }
    const { reached: _reached, ...given } = draft;
    accept.mutate(
      { ...given, token, password, locale },
      {
        onError: (error) => {
          const { field } = words.ofError(error);
          const at = field && field in STEP_OF ? STEP_OF[field as JoinField] : undefined;
          if (at) go(at);
          setAttempt(1);
        },
      },
    );
  }

  return {
    draft,
    step,
    password,
    lacksPassword,
    attempt,
    pending: accept.isPending,
    joined: accept.data,
    errorCount: Object.keys(problems).length + (isShown(refusal?.field) ? 1 : 0),
    /** What the server said, where no field of this step says it. */
    failure: refusal && !isShown(refusal.field) && attempt > 0 ? refusal.message : undefined,
    change(part: Partial<JoinDraft>) {
      heal(Object.keys(part));
      change(part);
    },
    setPassword(given: string) {
      heal(["password"]);
      setPassword(given);
    },
    problem: (field: JoinField) =>
      problems[field] ? words.ofField({ message: problems[field] }) : ofServer(field),
    go,
    submit,
  };

  /** What was said of these fields is said of what stood there before. */
  function heal(fields: readonly string[]): void {
    if (refusal) accept.reset();
    setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !fields.includes(field))));
  }

  function ofServer(field: JoinField): string | undefined {
    return refusal?.field === field ? refusal.message : undefined;
  }

  function isShown(field: string | undefined): boolean {
    return field !== undefined && field in STEP_OF && STEP_OF[field as JoinField] === step;
  }
}
