"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { InvitationsList, type InvitationsListProps } from "./invitations-list";
import { PageBoundary } from "./page-boundary";

/** All invitations within one's reach, with what can be done about them. */
export function InvitationsPage(props: InvitationsListProps) {
  return (
    <PageBoundary loading={<Loading {...props} />}>
      <InvitationsList {...props} />
    </PageBoundary>
  );
}

function Loading({ base, coach }: InvitationsListProps) {
  const t = useTranslations("invitations");
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        description={coach ? t("introCoach") : t("intro")}
        actions={
          <ButtonLink href={`${base}/new`} variant="primary" icon={<Send />}>
            {t("invite")}
          </ButtonLink>
        }
      />
      <DataTable<never>
        caption={t("loading")}
        skeletonRows={8}
        rows={[]}
        rowKey={() => ""}
        rowLabel={() => ""}
        columns={[
          { id: "person", header: t("list.person"), cell: () => null },
          { id: "role", header: t("list.role"), from: "sm", cell: () => null },
          { id: "class", header: t("list.class"), from: "sm", cell: () => null },
          { id: "status", header: t("list.status"), cell: () => null },
          { id: "expires", header: t("list.expires"), from: "md", cell: () => null },
        ]}
      />
    </PageBody>
  );
}
