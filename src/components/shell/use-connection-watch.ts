"use client";

import { onlineManager, useQueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { toast } from "@/components/ui/toast";
import { hold, tryConnection, useOnline } from "./use-connection";

const FIRST_TRY = 2_000;
const LONGEST_WAIT = 20_000;

/**
 * Notices a lost connection, by the browser's word or by requests that fail, and tries until it is back: what was
 * paused goes on then, and what failed is asked for again. Meanwhile links stay where they are.
 */
export function useConnectionWatch(): void {
  const queries = useQueryClient();
  const online = useOnline();
  const t = useTranslations("app.connection");
  const router = useRouter();
  const catchUp = useRef<() => void>(undefined);
  useEffect(() => {
    catchUp.current = () => {
      void queries.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" });
      router.refresh();
      toast(t("back"));
    };
  });

  useEffect(() => {
    const notice = (event: { type: string; action?: { type: string; error?: unknown } }) => {
      if (event.type !== "updated" || event.action?.type !== "error") return;
      if (isUnanswered(event.action.error)) onlineManager.setOnline(false);
    };
    const stops = [queries.getQueryCache().subscribe(notice), queries.getMutationCache().subscribe(notice)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [queries]);

  useEffect(() => {
    if (online) return;
    const stopTrying = tryUntilBack();
    document.addEventListener("click", stay, { capture: true });
    return () => {
      stopTrying();
      document.removeEventListener("click", stay, { capture: true });
      if (onlineManager.isOnline()) catchUp.current?.();
    };
  }, [online]);
}

/** True for a request that got no answer of ours: none at all, or one of a proxy before a server that is away. */
function isUnanswered(error: unknown): boolean {
  if (!(error instanceof TRPCClientError) || error.data) return false;
  const { response } = error.meta ?? {};
  return error.cause instanceof TypeError || (response instanceof Response && response.status >= 502);
}

function tryUntilBack(): () => void {
  let wait = FIRST_TRY;
  let timer: ReturnType<typeof setTimeout>;
  const plan = () => {
    timer = setTimeout(async () => {
      await tryConnection();
      wait = Math.min(wait * 2, LONGEST_WAIT);
      if (!onlineManager.isOnline()) plan();
    }, wait);
  };
  plan();
  return () => clearTimeout(timer);
}

function stay(event: MouseEvent): void {
  if (!leavesPage(event)) return;
  event.preventDefault();
  event.stopPropagation();
  hold("stay");
}

/** A plain click on a link of ours to another page; a new tab is the person's own affair. */
function leavesPage(event: MouseEvent): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.origin !== location.origin)
    return false;
  return link.pathname !== location.pathname || link.search !== location.search;
}
