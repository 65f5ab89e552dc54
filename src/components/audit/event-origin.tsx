"use client";

import { useTranslations } from "next-intl";
import type { DescriptionListProps } from "@/components/ui/description-list";
import { useDay } from "@/components/use-day";
import { describeUserAgent } from "@/lib/user-agent";
import type { EventDetail } from "./types";

/** Where an event came from and how it is kept, as lines of its details. */
export function useOriginItems(): (event: EventDetail) => DescriptionListProps["items"] {
  const t = useTranslations("auditLog");
  const tDevice = useTranslations("account.sessions");
  const { moment } = useDay();
  return ({ onBehalfOf, ipAddress, via, userAgent, sealPosition, sealedAt }) => {
    const { browser, system } = describeUserAgent(userAgent);
    const device =
      browser && system ? tDevice("device", { browser, system }) : browser || system || userAgent;
    return [
      ...(onBehalfOf ? [{ term: t("onBehalfOf"), value: onBehalfOf }] : []),
      { term: t("whereFrom"), value: ipAddress ?? t("noAddress") },
      { term: t("via"), value: t(`vias.${via}`) },
      ...(device ? [{ term: t("device"), value: <span title={userAgent ?? undefined}>{device}</span> }] : []),
      {
        term: t("seal"),
        value:
          sealPosition !== null && sealedAt
            ? t("sealed", { position: sealPosition, when: moment(sealedAt) })
            : t("notSealed"),
      },
    ];
  };
}
