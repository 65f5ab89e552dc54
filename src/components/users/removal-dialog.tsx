"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import type { Subject } from "./types";

const NAMED_CLASSES = 8;

export interface RemovalDialogProps {
  people: readonly Subject[];
  onClose: () => void;
  onConfirm: () => Promise<void>;
}

/** Asks before people leave the school: what becomes of their classes, what is kept, and for how long it can be undone. */
export default function RemovalDialog({ people, onClose, onConfirm }: RemovalDialogProps) {
  const t = useTranslations("users.removal");
  const errorText = useErrorText();
  const count = people.length;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { count, name: people[0]?.name ?? "" })}
      confirmLabel={t("confirm", { count })}
      onConfirm={onConfirm}
      errorMessage={(error) => errorText(error).message}
    >
      <Consequences people={people} />
      <p>{t("kept")}</p>
    </ConfirmDialog>
  );
}

function Consequences({ people }: { people: readonly Subject[] }) {
  const t = useTranslations("users.removal");
  const tUi = useTranslations("ui");
  const tRefusal = useTranslations("users.refusals");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.user.previewRemoval.queryOptions({ ids: people.map(({ id }) => id) }),
    staleTime: 0,
  });
  if (error) {
    return (
      <Callout
        tone="warning"
        role="alert"
        actions={
          <Button size="sm" onPress={() => void refetch()}>
            {tUi("tryAgain")}
          </Button>
        }
      >
        {t("previewFailed")} {errorText(error).message}
      </Callout>
    );
  }
  if (!data) return <SkeletonBlock label={t("loading")} lines={2} />;
  const { results, coachedCount, enrolledCount, takenOver, withoutCoach } = data;
  const going = results.filter(({ ok }) => ok).length;
  const [stays] = results.flatMap((result) => (result.ok ? [] : [result]));
  return (
    <>
      {going > 0 ? (
        <p>{t("leave", { count: going, coached: coachedCount, enrolled: enrolledCount })}</p>
      ) : null}
      <NamedClasses tone="info" title={t("takenOver", { count: takenOver.length })} names={takenOver} />
      <NamedClasses
        tone="warning"
        title={t("withoutCoach", { count: withoutCoach.length })}
        names={withoutCoach}
      />
      {stays ? (
        <Callout tone="info">
          {results.length === 1
            ? tRefusal(stays.code)
            : t("stay", { count: results.length - going, name: stays.name, why: tRefusal(stays.code) })}
        </Callout>
      ) : null}
    </>
  );
}

function NamedClasses({
  names,
  ...callout
}: {
  names: readonly string[];
  title: string;
  tone: "info" | "warning";
}) {
  const t = useTranslations("ui");
  const format = useFormatter();
  if (names.length === 0) return null;
  const named = names.slice(0, NAMED_CLASSES);
  const more = names.length - named.length;
  return (
    <Callout {...callout}>
      {more > 0
        ? t("andMore", { shown: named.join(", "), count: more })
        : format.list(named, { type: "conjunction" })}
    </Callout>
  );
}
