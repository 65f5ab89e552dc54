"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type ErrorText, useErrorText } from "@/components/error-text";
import { CrumbName } from "@/components/shell/crumb-name";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { transferHref } from "../transfers-url";
import { SendForm } from "./send-form";
import type { SendFormValues } from "./send-form-values";

/** Asks a guardian to agree that a student goes to another school, with the parts of the record that are chosen. */
export function SendTransferPage({ studentId }: { studentId: string }) {
  const t = useTranslations("studentTransfers.send");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [refusal, setRefusal] = useState<ErrorText>();
  const { data: prepared } = useSuspenseQuery(trpc.studentTransfer.prepare.queryOptions({ studentId }));
  const request = useMutation(trpc.studentTransfer.request.mutationOptions());
  const { student, open } = prepared;

  async function submit({ guardianId, name, email, ...values }: SendFormValues) {
    setRefusal(undefined);
    try {
      const guardian = guardianId === "" ? { name, email } : { guardianId };
      const { id } = await request.mutateAsync({ studentId, guardian, ...values });
      void queryClient.invalidateQueries(trpc.studentTransfer.pathFilter());
      toast(t("done"));
      router.push(transferHref(id));
    } catch (error) {
      setRefusal(errorText(error));
    }
  }

  return (
    <PageBody>
      <CrumbName name={student.name} />
      <PageHeader
        title={t("title", { student: student.name })}
        description={t("description")}
        actions={
          <ButtonLink variant="quiet" href={`/org-admin/students/${studentId}`}>
            {t("toRecord")}
          </ButtonLink>
        }
      />
      {student.isLocked ? (
        <Callout tone="info">{t("locked")}</Callout>
      ) : open ? (
        <Callout
          tone="info"
          title={t("underWayTitle")}
          actions={
            <ButtonLink size="sm" href={transferHref(open.id)}>
              {t("toTransfer")}
            </ButtonLink>
          }
        >
          {t("underWay", { school: open.toSchoolName })}
        </Callout>
      ) : (
        <SendForm prepared={prepared} refusal={refusal} pending={request.isPending} onSubmit={submit} />
      )}
    </PageBody>
  );
}
