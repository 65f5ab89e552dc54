"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";

/** A TXT record as it is typed into the settings of a domain, each part to be copied. */
export function DomainRecord({ name, value }: { name: string; value: string }) {
  const t = useTranslations("settings.domains.record");
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => toast(t("copied")),
      () => toast(t("notCopied")),
    );
  return (
    <div className="grid grid-cols-1 gap-2">
      <p className="text-sm text-ink-2">{t("body")}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 rounded-md bg-sunken px-3 py-1 text-sm">
        <dt className="text-ink-3">{t("type")}</dt>
        <dd className="py-1 font-mono">{t("txt")}</dd>
        <span />
        {(["name", "value"] as const).map((part) => {
          const text = part === "name" ? name : value;
          return [
            <dt key={`${part}-term`} className="text-ink-3">
              {t(part)}
            </dt>,
            <dd key={part} className="py-1 font-mono [overflow-wrap:anywhere]">
              {text}
            </dd>,
            <IconButton
              key={`${part}-copy`}
              label={t(part === "name" ? "copyName" : "copyValue")}
              icon={<Copy />}
              onPress={() => copy(text)}
            />,
          ];
        })}
      </dl>
    </div>
  );
}
