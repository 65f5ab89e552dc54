"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import type { TransferPreview } from "@/domain/platform";
import { schoolHref } from "../school-page/school-url";
import { TransferEffects } from "./transfer-preview";

/** What was done, and the way to both schools. */
export function TransferDone({ preview }: { preview: TransferPreview }) {
  const t = useTranslations("transfer.done");
  const { person, from, to } = preview;
  const said = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone.
  useEffect(() => said.current?.focus(), []);
  return (
    <>
      <PageHeader title={t("title", { name: person.name })} />
      <div ref={said} tabIndex={-1} className="max-w-[56rem] outline-none">
        <Callout tone="success" role="status" title={t("said", { name: person.name, school: to.name })}>
          {t("logged")}
        </Callout>
      </div>
      <div className="max-w-[56rem]">
        <TransferEffects preview={preview} />
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={schoolHref(to.id, { tab: "people", q: person.email })}>
          {t("open", { school: to.name })}
        </ButtonLink>
        <ButtonLink href={schoolHref(from.id, { tab: "people" })}>
          {t("open", { school: from.name })}
        </ButtonLink>
      </div>
    </>
  );
}
