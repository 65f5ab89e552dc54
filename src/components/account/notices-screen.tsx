"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { useTRPC } from "@/trpc/client";
import { AccountFrame } from "./account-frame";
import { AccountPart } from "./account-part";
import { SettingRow, SettingRows, SwitchRow } from "./setting-row";
import { useErrorWords } from "./use-error-words";

const SECURITY = ["password", "email"] as const;

/** What reaches one by e-mail: chosen kind by kind, and what always comes. */
export function NoticesScreen({ email }: { email: string }) {
  const t = useTranslations("account.notices");
  const words = useErrorWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const key = trpc.account.notices.queryKey();
  const { data: notices } = useSuspenseQuery(trpc.account.notices.queryOptions());
  const choose = useMutation(
    trpc.account.updateNotices.mutationOptions({
      onMutate: async (choice) => {
        await queries.cancelQueries({ queryKey: key });
        queries.setQueryData(key, (before) =>
          before?.map(({ kind, isOn }) => ({ kind, isOn: choice[kind] ?? isOn })),
        );
      },
      onSettled: () => queries.invalidateQueries({ queryKey: key }),
    }),
  );
  return (
    <AccountFrame>
      <AccountPart title={t("title")} description={t("description", { email })}>
        {choose.error ? (
          <Callout tone="danger" role="alert">
            {words.ofError(choose.error).message}
          </Callout>
        ) : null}
        <SettingRows>
          {notices.map(({ kind, isOn }) => (
            <SwitchRow
              key={kind}
              label={t(`kinds.${kind}.title`)}
              hint={t(`kinds.${kind}.hint`)}
              isOn={isOn}
              onChange={(on) => choose.mutateAsync({ [kind]: on }).catch(() => undefined)}
            />
          ))}
        </SettingRows>
      </AccountPart>
      <AccountPart title={t("securityTitle")} description={t("securityDescription")}>
        <SettingRows>
          {SECURITY.map((kind) => (
            <SettingRow key={kind} label={t(`security.${kind}`)}>
              <span className="inline-flex items-center gap-1.5 text-sm whitespace-nowrap text-ink-3">
                <Lock />
                {t("always")}
              </span>
            </SettingRow>
          ))}
        </SettingRows>
      </AccountPart>
    </AccountFrame>
  );
}
