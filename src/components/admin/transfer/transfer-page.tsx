"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { CrumbName } from "@/components/shell/crumb-name";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { ROLES, type Role } from "@/domain/roles";
import { oneOf } from "@/lib/one-of";
import { useTRPC } from "@/trpc/client";
import { schoolHref } from "../school-page/school-url";
import { SchoolPick } from "./school-pick";
import { TransferDone } from "./transfer-done";
import { TransferPreview, useTransferPreview } from "./transfer-preview";

export interface TransferPageProps {
  organizationId: string;
  userId: string;
}

/** Moves somebody to another school: where to and as what, then what that does, then it is done. */
export function TransferPage({ organizationId, userId }: TransferPageProps) {
  const t = useTranslations("transfer");
  const tUi = useTranslations("ui");
  const tRole = useTranslations("roles");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { data: person } = useSuspenseQuery({
    ...trpc.platform.person.queryOptions({ organizationId, userId }),
    // Once it is done they are nobody's here, which is what the page then tells.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [target, setTarget] = useState<{ id: string; name: string }>();
  const [role, setRole] = useState<Role>(person.role);
  const input = target && { organizationId, userId, toOrganizationId: target.id, role };
  const preview = useTransferPreview(input);
  const transfer = useMutation(trpc.platform.transferUser.mutationOptions());
  const back = schoolHref(organizationId, { tab: "people" });
  const ready = preview.data?.refusal === null && !preview.isFetching;

  if (transfer.isSuccess && target && preview.data)
    return (
      <PageBody>
        <CrumbName name={person.schoolName} />
        <TransferDone preview={preview.data} />
      </PageBody>
    );
  return (
    <PageBody>
      <CrumbName name={person.schoolName} />
      <PageHeader
        lead={<Avatar name={person.name} size="lg" />}
        title={t("title", { name: person.name })}
        description={t("description", {
          email: person.email,
          role: tRole(person.role),
          school: person.schoolName,
        })}
      />
      <div className="grid max-w-[56rem] grid-cols-1 gap-(--stack)">
        <div className="grid grid-cols-1 gap-x-4 gap-y-5 sm:grid-cols-2">
          <SchoolPick exceptId={organizationId} value={target} onChange={setTarget} />
          <Select
            label={t("role")}
            hint={t("roleHint")}
            value={role}
            options={ROLES.map((value) => ({ value, label: tRole(value) }))}
            onChange={({ target: { value } }) => setRole(oneOf(ROLES, value) ?? role)}
          />
        </div>
        {target ? <TransferPreview query={preview} /> : <p className="text-sm text-ink-3">{t("choose")}</p>}
        {transfer.error ? (
          <Callout tone="danger" role="alert">
            {errorText(transfer.error).message}
          </Callout>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            disabled={!ready}
            pending={transfer.isPending}
            onPress={() => input && transfer.mutate(input)}
          >
            {target ? t("confirmTo", { school: target.name }) : t("confirm")}
          </Button>
          <ButtonLink variant="quiet" href={back}>
            {tUi("cancel")}
          </ButtonLink>
        </div>
      </div>
    </PageBody>
  );
}
