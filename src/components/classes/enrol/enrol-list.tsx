"use client";

import { useMutation } from "@tanstack/react-query";
import { ListChecks, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { ListFile } from "@/components/list-file";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { cx } from "@/components/ui/cx";
import { FootBar } from "@/components/ui/foot-bar";
import { TextArea } from "@/components/ui/text-area";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import type { ClassDetail, Preview } from "../types";
import { EnrollmentTable } from "./enrollment-table";
import { useAddWords } from "./use-add-words";

export interface EnrolListProps {
  detail: ClassDetail;
  text: string;
  onText: (text: string) => void;
  pending: boolean;
  onEnrol: (who: { text: string }) => Promise<void>;
}

/** A list by hand or from a file: write, check line by line, add. */
export function EnrolList({ detail, text, onText, pending, onEnrol }: EnrolListProps) {
  const t = useTranslations("classes.enrol");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const preview = useMutation(trpc.class.previewEnrollment.mutationOptions());
  const [checked, setChecked] = useState<Preview & { of: string }>();
  const [failure, setFailure] = useState<string>();
  const stale = checked !== undefined && checked.of !== text;
  const blank = text.trim() === "";

  function check() {
    if (blank || preview.isPending) return;
    setFailure(undefined);
    preview.mutate({ id: detail.id, text }, { onSuccess: (answer) => setChecked({ ...answer, of: text }) });
  }

  return (
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
            wrap="soft"
            label={t("people")}
            hint={t("peopleHint")}
            error={preview.error ? errorText(preview.error).message : undefined}
            placeholder={t("placeholder")}
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) check();
            }}
          />
          <ListFile read={(content) => client.class.readFile.mutate({ content })} onText={onText} />
        </div>
        {checked ? (
          <div
            aria-busy={preview.isPending}
            className={cx("grid min-w-0 grid-cols-1 content-start gap-3", stale && "[&_table]:opacity-60")}
          >
            {stale ? (
              <Callout tone="warning" title={t("stale")}>
                {t("staleMore")}
              </Callout>
            ) : null}
            {failure ? (
              <Callout tone="danger" role="alert">
                {failure}
              </Callout>
            ) : null}
            <EnrollmentTable lines={checked.lines} />
          </div>
        ) : null}
      </div>
      {checked && !stale ? (
        <AddFoot
          counts={checked.counts}
          pending={pending}
          onAdd={() => void onEnrol({ text }).catch((error) => setFailure(errorText(error).message))}
        />
      ) : (
        <FootBar
          actions={
            <Button
              variant="primary"
              icon={<ListChecks />}
              disabled={blank}
              pending={preview.isPending}
              onPress={check}
            >
              {t(stale ? "checkAgain" : "check")}
            </Button>
          }
        >
          <span className="text-ink-2">{t("checkFirst")}</span>
        </FootBar>
      )}
    </>
  );
}

function AddFoot(props: { counts: Preview["counts"]; pending: boolean; onAdd: () => void }) {
  const { counts, pending, onAdd } = props;
  const t = useTranslations("classes.enrol");
  const addWords = useAddWords();
  const { enroll, wait, ...refusals } = counts;
  const out = Object.values(refusals).reduce((sum, count) => sum + count, 0);
  return (
    <FootBar
      actions={
        <Button
          variant="primary"
          icon={<UserPlus />}
          disabled={enroll + wait === 0}
          pending={pending}
          onPress={onAdd}
        >
          {addWords({ enroll, wait })}
        </Button>
      }
    >
      <p role="status">
        <b>{t("will", { enroll, wait })}</b>{" "}
        {out > 0 ? <span className="text-ink-2">{t("stayOut", { count: out })}</span> : null}
      </p>
    </FootBar>
  );
}
