"use client";

import { FileUp, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { lazy, Suspense, useDeferredValue, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { QueryBoundary } from "@/components/query-boundary";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { ErrorState } from "@/components/ui/error-state";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { useStable } from "@/components/users/use-stable";
import { invitationsParsers } from "./invitations-url";
import { useSchoolInvitationColumns } from "./school-invitation-columns";
import { SchoolInvitationsList } from "./school-invitations-list";

const InviteSchoolDialog = lazy(() => import("./invite-school-dialog"));

/** The schools that were asked to join, and the way to ask others. */
export function SchoolInvitationsScreen() {
  const t = useTranslations("schoolInvitations");
  const [url, setUrl] = useQueryStates(invitationsParsers, { scroll: false });
  const view = useStable(url);
  // The rows that are there stay until the next ones have come.
  const shown = useDeferredValue(view);
  const [inviting, setInviting] = useState(false);
  const invite = (
    <Button variant="primary" icon={<Send />} data-shortcut="n" onPress={() => setInviting(true)}>
      {t("inviteOne")}
    </Button>
  );
  const head = (actions: boolean) => (
    <PageHeader
      title={t("title")}
      description={t("description")}
      actions={
        <>
          <ButtonLink href="/admin/import" icon={<FileUp />}>
            {t("importList")}
          </ButtonLink>
          {actions ? invite : null}
        </>
      }
    />
  );
  return (
    <>
      <QueryBoundary
        resetKey={JSON.stringify(shown)}
        failed={(error, retry) => (
          <PageBody>
            {head(true)}
            <Failed error={error} retry={retry} />
          </PageBody>
        )}
      >
        <Suspense
          fallback={
            <PageBody>
              {head(true)}
              <Loading />
            </PageBody>
          }
        >
          <SchoolInvitationsList
            view={view}
            shown={shown}
            onShow={(change, how) => void setUrl(change, how)}
            head={head}
            invite={invite}
          />
        </Suspense>
      </QueryBoundary>
      {inviting ? (
        <Suspense fallback={null}>
          <InviteSchoolDialog onClose={() => setInviting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** The list that is not here yet, in its final shape. */
function Loading() {
  const t = useTranslations("schoolInvitations");
  const columns = useSchoolInvitationColumns({ q: "", status: null, after: null, trail: [], open: null });
  return (
    <DataTable
      caption={t("list.loading")}
      columns={columns}
      rows={[]}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => name}
      skeletonRows={8}
    />
  );
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const tUi = useTranslations("ui");
  return (
    <div className="py-12">
      <ErrorState actions={<Button onPress={retry}>{tUi("tryAgain")}</Button>}>
        {useErrorText()(error).message}
      </ErrorState>
    </div>
  );
}
