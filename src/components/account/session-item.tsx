"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CLOCK, useDay } from "@/components/use-day";

export interface SessionItemProps {
  session: {
    current: boolean;
    device: { browser: string; system: string };
    ipAddress: string | null;
    lastSeenAt: Date;
    entered: { school: string; until: Date } | null;
  };
  ending: boolean;
  onEnd: () => void;
}

/** One device: what it is, when it was last seen, and the way to end it there. */
export function SessionItem({ session, ending, onEnd }: SessionItemProps) {
  const t = useTranslations("account");
  const format = useFormatter();
  const { moment } = useDay();
  const { current, device, ipAddress, lastSeenAt, entered } = session;
  const { browser, system } = device;
  const name =
    browser && system
      ? t("sessions.device", { browser, system })
      : browser || system || t("sessions.unknownDevice");
  const seen = t("sessions.lastSeen", { when: moment(lastSeenAt) });
  return (
    <li className="flex items-center gap-3 py-3 text-sm">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {current ? <Badge tone="info">{t("sessions.current")}</Badge> : null}
          {entered ? (
            <Badge tone="warning">
              {t("sessions.visiting", {
                school: entered.school,
                time: format.dateTime(entered.until, CLOCK),
              })}
            </Badge>
          ) : null}
        </p>
        <p className="text-xs text-ink-3">{ipAddress ? `${seen} · ${ipAddress}` : seen}</p>
      </div>
      {current ? null : (
        <Button size="sm" aria-label={t("sessions.endNamed", { name })} pending={ending} onPress={onEnd}>
          {t("sessions.end")}
        </Button>
      )}
    </li>
  );
}
