"use client";

import { useMutation } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { EnteredBanner } from "@/components/ui/entered-banner";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";

const MINUTE = 60_000;
const TICK = 5_000;
/** Leads to the address that the visitor came from. */
const BACK = "/api/hand-off/back";

export interface VisitBannerProps {
  school: string;
  readOnly: boolean;
  /** Milliseconds of the visit that are left as the page is made. */
  remaining: number;
}

/** Says whose school one is visiting and for how long, and leads out of it; when the time is over, by itself. */
export function VisitBanner({ school, readOnly, remaining }: VisitBannerProps) {
  const t = useTranslations("schools.visit");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const left = useCountdown(remaining);
  // Loaded anew: what the page holds is of the school that one has left.
  const leave = useMutation(
    trpc.platform.leaveOrganization.mutationOptions({
      onSuccess: () => window.location.assign(BACK),
      onError: (error) => toast(errorText(error).message),
    }),
  );
  return (
    <EnteredBanner
      school={school}
      readOnly={readOnly}
      remaining={
        // Counts on without being read out each time.
        <span aria-live="off">{t("remaining", { minutes: Math.max(1, Math.ceil(left / MINUTE)) })}</span>
      }
    >
      <Button size="sm" icon={<LogOut />} pending={leave.isPending} onPress={() => leave.mutate()}>
        {t("leave")}
      </Button>
    </EnteredBanner>
  );
}

/** Milliseconds that are left, by this device's stopwatch and not by its clock, which may be wrong. */
function useCountdown(remaining: number): number {
  const [left, setLeft] = useState(remaining);
  const over = useRef(false);
  useEffect(() => {
    const started = performance.now();
    const timer = setInterval(() => {
      const now = remaining - (performance.now() - started);
      setLeft(now);
      if (now > 0 || over.current) return;
      over.current = true;
      window.location.assign(BACK);
    }, TICK);
    return () => clearInterval(timer);
  }, [remaining]);
  return left;
}
