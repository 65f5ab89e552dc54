"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { ApiKeysTable } from "./api-keys-table";

const CreateKeyDialog = lazy(() =>
  import("./create-key-dialog").then(({ CreateKeyDialog: component }) => ({ default: component })),
);

const ConfirmDialog = lazy(() =>
  import("@/components/ui/confirm-dialog").then(({ ConfirmDialog: component }) => ({ default: component })),
);

/** The keys with which other programs work in the school: made, looked at and revoked. */
export function ApiKeysPage() {
  const t = useTranslations("apiKeys");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data: keys } = useSuspenseQuery(trpc.apiKey.list.queryOptions());
  const refresh = () => queries.invalidateQueries(trpc.apiKey.list.pathFilter());
  const revoke = useMutation(trpc.apiKey.revoke.mutationOptions({ onSettled: refresh }));
  const [making, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<{ id: string; name: string }>();

  async function end({ id, name }: { id: string; name: string }) {
    await revoke.mutateAsync({ id });
    toast(t("revoked", { name }));
  }

  const create = (
    <Button variant="primary" icon={<KeyRound />} onPress={() => setMaking(true)}>
      {t("create")}
    </Button>
  );
  return (
    <SettingsFrame
      page="api-keys"
      actions={
        <>
          <ButtonLink href="/api/v1/docs">{t("docs")}</ButtonLink>
          {keys.length > 0 ? create : null}
        </>
      }
    >
      {keys.length === 0 ? (
        <div className="rounded-lg border border-line px-4 py-12">
          <EmptyState drawing="door" title={t("emptyTitle")} actions={create}>
            {t("emptyBody")}
          </EmptyState>
        </div>
      ) : (
        <ApiKeysTable keys={keys} onRevoke={setLeaving} />
      )}
      <Suspense fallback={null}>
        {making ? <CreateKeyDialog onMade={refresh} onClose={() => setMaking(false)} /> : null}
        {leaving ? (
          <ConfirmDialog
            open
            onOpenChange={(open) => open || setLeaving(undefined)}
            title={t("revokeTitle", { name: leaving.name })}
            confirmLabel={t("revokeConfirm")}
            onConfirm={() => end(leaving)}
            errorMessage={(error) => errorText(error).message}
          >
            <p>{t("revokeBody")}</p>
          </ConfirmDialog>
        ) : null}
      </Suspense>
    </SettingsFrame>
  );
}
