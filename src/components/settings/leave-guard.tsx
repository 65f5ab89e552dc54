"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** The address of ours that a plain press on a link leads to; nothing for any other press. */
function destinationOf(event: MouseEvent): string | undefined {
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!plain || !(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download"))
    return undefined;
  if (link.origin !== window.location.origin || link.pathname === window.location.pathname) return undefined;
  return link.pathname + link.search + link.hash;
}

/** Asks before a press on a link, or the end of the page, takes away what is not saved. */
export function LeaveGuard({ count, onDiscard }: { count: number; onDiscard: () => void }) {
  const t = useTranslations("settings.leave");
  const router = useRouter();
  const [going, setGoing] = useState<string>();
  const active = count > 0;

  useEffect(() => {
    if (!active) return;
    const onEnd = (event: BeforeUnloadEvent) => event.preventDefault();
    const onPress = (event: MouseEvent) => {
      const destination = destinationOf(event);
      if (destination === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setGoing(destination);
    };
    window.addEventListener("beforeunload", onEnd);
    window.addEventListener("click", onPress, true);
    return () => {
      window.removeEventListener("beforeunload", onEnd);
      window.removeEventListener("click", onPress, true);
    };
  }, [active]);

  if (going === undefined) return null;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || setGoing(undefined)}
      title={t("title")}
      confirmLabel={t("confirm")}
      onConfirm={() => {
        onDiscard();
        router.push(going);
      }}
    >
      <p>{t("body", { count })}</p>
    </ConfirmDialog>
  );
}
