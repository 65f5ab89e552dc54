"use client";

import { useMutationState } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { fetchEarly } from "@/components/ui/insist";
import { prepareToasts } from "@/components/ui/toast";
import { tryConnection, useHeld, useOnline } from "./use-connection";
import { useConnectionWatch } from "./use-connection-watch";

/** Milliseconds after which a page has other things behind it. */
const QUIET = 3_000;

/** Says below the topbar that there is no connection, what is kept meanwhile, and goes by itself. */
export function ConnectionBar() {
  const t = useTranslations("app.connection");
  const online = useOnline();
  const held = useHeld();
  const [trying, setTrying] = useState(false);
  const waiting = useMutationState({ filters: { predicate: ({ state }) => state.isPaused } }).length;
  useConnectionWatch();
  useShellCode();

  async function retry() {
    setTrying(true);
    await tryConnection();
    setTrying(false);
  }

  // The region is there before its words, or they would not be read out.
  return (
    <div role="status" data-print="no" className="sticky top-(--topbar-h) z-(--z-bar)">
      {online ? null : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-warning-line bg-warning-soft px-(--gutter) py-2 text-sm">
          <CloudOff className="text-warning max-sm:hidden" />
          <p key={held?.times} className="min-w-0 flex-[1_1_14rem] animate-arrive text-pretty">
            <b>{navigator.onLine ? t("unreachable") : t("offline")}</b> {held ? `${t(held.what)} ` : ""}
            {waiting > 0 ? t("waiting", { count: waiting }) : held ? "" : t("kept")}
          </p>
          <Button size="sm" pending={trying} onPress={retry}>
            {t("tryNow")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Fetches what every page has on request, menu and notices, while there is a connection. */
function useShellCode(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      prepareToasts();
      fetchEarly(() => import("@/components/ui/menu-body"));
    }, QUIET);
    return () => clearTimeout(timer);
  }, []);
}
