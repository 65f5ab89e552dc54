"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { ListFile } from "@/components/list-file";
import { Callout } from "@/components/ui/callout";
import { cx } from "@/components/ui/cx";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { Stepper } from "@/components/ui/stepper";
import { TextArea } from "@/components/ui/text-area";
import { useTabText } from "@/components/use-tab-text";
import { LOCALES } from "@/domain/locale";
import type { SchoolVerdict } from "@/domain/onboarding-list";
import { appLocale } from "@/i18n/locale";
import { oneOf } from "@/lib/one-of";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import type { InvitedSchools } from "../types";
import { ImportFoot } from "./import-foot";
import { ImportResult } from "./import-result";
import { SchoolVerdictTable } from "./school-verdict-table";

type Checked = { of: string; verdicts: readonly SchoolVerdict[] };

/** The way from a list of schools to their invitations: write or drop it, check line by line, send. */
export function ImportScreen({ userId }: { userId: string }) {
  const t = useTranslations("schoolImport");
  const tLocale = useTranslations("settings.values.locale");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  // Whose draft it is: the next person at this browser does not find it.
  const [text, setText] = useTabText(`schools.${userId}`);
  const [locale, setLocale] = useState(appLocale(useLocale()));
  const [checked, setChecked] = useState<Checked>();
  const [result, setResult] = useState<InvitedSchools>();
  const preview = useMutation(trpc.schoolInvitation.preview.mutationOptions());
  const send = useMutation(trpc.schoolInvitation.import.mutationOptions());
  const stale = checked !== undefined && checked.of !== text;
  const blank = text.trim() === "";

  function check() {
    if (blank || preview.isPending) return;
    send.reset();
    preview.mutate({ text, locale }, { onSuccess: (verdicts) => setChecked({ of: text, verdicts }) });
  }

  function deliver() {
    send.mutate(
      { text, locale },
      {
        onSuccess: (sent) => {
          setText("");
          setChecked(undefined);
          setResult(sent);
          void queryClient.invalidateQueries(trpc.schoolInvitation.pathFilter());
        },
      },
    );
  }

  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        description={t("intro")}
        aside={
          <Stepper
            label={t("steps")}
            steps={[t("stepList"), t("stepCheck"), t("stepSend")]}
            current={result ? 3 : send.isPending ? 2 : checked ? 1 : 0}
          />
        }
      />
      {result ? (
        <ImportResult result={result} onAnother={() => setResult(undefined)} />
      ) : (
        <>
          <div
            className={cx(
              "grid grid-cols-1 gap-x-8 gap-y-(--stack)",
              checked ? "lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]" : "max-w-measure",
            )}
          >
            <div className="grid grid-cols-1 content-start gap-5">
              <TextArea
                mono
                rows={9}
                spellCheck={false}
                autoCapitalize="none"
                autoComplete="off"
                wrap="off"
                label={t("list")}
                hint={t("listHint")}
                error={preview.error ? errorText(preview.error).message : undefined}
                placeholder={t("placeholder")}
                value={text}
                onChange={({ currentTarget }) => setText(currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) check();
                }}
              />
              <ListFile
                read={(content) => client.schoolInvitation.readFile.mutate({ content })}
                onText={setText}
              />
              <Select
                label={t("language")}
                options={LOCALES.map((value) => ({ value, label: tLocale(value) }))}
                value={locale}
                onChange={({ target }) => setLocale(oneOf(LOCALES, target.value) ?? locale)}
              />
            </div>
            {checked ? (
              <div
                aria-busy={preview.isPending}
                className={cx(
                  "grid min-w-0 grid-cols-1 content-start gap-3",
                  stale && "[&_table]:opacity-60",
                )}
              >
                {stale ? (
                  <Callout tone="warning" title={t("stale")}>
                    {t("staleMore")}
                  </Callout>
                ) : null}
                {send.error ? (
                  <Callout tone="danger" role="alert">
                    {errorText(send.error).message}
                  </Callout>
                ) : null}
                <SchoolVerdictTable verdicts={checked.verdicts} />
              </div>
            ) : null}
          </div>
          <ImportFoot
            verdicts={stale ? undefined : checked?.verdicts}
            again={stale}
            blank={blank}
            checking={preview.isPending}
            sending={send.isPending}
            onCheck={check}
            onSend={deliver}
          />
        </>
      )}
    </PageBody>
  );
}
