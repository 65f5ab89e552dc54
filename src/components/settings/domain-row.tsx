"use client";

import { useMutation } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useFormatter, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { StatusDot } from "@/components/ui/status-dot";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { DomainRecord } from "./domain-record";
import { useDomains } from "./use-domains";

const ConfirmDialog = lazy(() =>
  import("@/components/ui/confirm-dialog").then((it) => ({ default: it.ConfirmDialog })),
);

type Domain = inferOutput<ReturnType<typeof useTRPC>["domain"]["list"]>["domains"][number];

/** One domain of the school's: its record until it is verified, then what it is used for. */
export function DomainRow({ domain }: { domain: Domain }) {
  const t = useTranslations("settings.domains");
  const format = useFormatter();
  const errorText = useErrorText();
  const trpc = useTRPC();
  const refresh = useDomains();
  const [removing, setRemoving] = useState(false);
  const { host, record, isPrimary, checkedAt, verifiedAt } = domain;
  const onError = (error: unknown) => toast(errorText(error).message);
  const verify = useMutation(trpc.domain.verify.mutationOptions({ onSuccess: refresh, onError }));
  const prefer = useMutation(trpc.domain.makePrimary.mutationOptions({ onSuccess: refresh, onError }));
  const remove = useMutation(trpc.domain.remove.mutationOptions({ onSuccess: refresh }));
  const said = verify.data && verify.data.state !== "verified" ? t(`checks.${verify.data.state}`) : undefined;
  return (
    <li className="grid grid-cols-1 gap-3 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{host}</span>
        {isPrimary ? <StatusDot>{t("primary")}</StatusDot> : null}
        {verifiedAt ? null : <Badge tone="warning">{t("waiting")}</Badge>}
        {verifiedAt && !isPrimary ? (
          <Button size="sm" pending={prefer.isPending} onPress={() => prefer.mutate({ host })}>
            {t("makePrimary")}
          </Button>
        ) : null}
        <Button
          size="sm"
          variant="danger-quiet"
          aria-label={t("removeLabel", { host })}
          onPress={() => setRemoving(true)}
        >
          {t("remove")}
        </Button>
      </div>
      {verifiedAt ? null : (
        <>
          <DomainRecord {...record} />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button size="sm" pending={verify.isPending} onPress={() => verify.mutate({ host })}>
              {t("verify")}
            </Button>
            <p role="status" className="min-w-0 flex-1 text-sm text-ink-2">
              {said ??
                (checkedAt
                  ? t("checked", {
                      when: format.dateTime(checkedAt, { dateStyle: "medium", timeStyle: "short" }),
                    })
                  : t("mayTake"))}
            </p>
          </div>
        </>
      )}
      {removing ? (
        <Suspense fallback={null}>
          <ConfirmDialog
            open
            onOpenChange={setRemoving}
            title={t("removeTitle", { host })}
            confirmLabel={t("removeConfirm")}
            onConfirm={() => remove.mutateAsync({ host })}
            errorMessage={(error) => errorText(error).message}
          >
            <p>{t(verifiedAt ? "removeVerified" : "removeWaiting", { host })}</p>
          </ConfirmDialog>
        </Suspense>
      ) : null}
    </li>
  );
}
