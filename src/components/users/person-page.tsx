"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { CrumbName } from "@/components/shell/crumb-name";
import { Avatar } from "@/components/ui/avatar";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { useTRPC } from "@/trpc/client";
import { PersonActions } from "./person-actions";
import { PersonClasses, PersonFacts, PersonHistory, RoleAndStatus } from "./person-details";
import { RestoreCallout } from "./restore-callout";
import type { Viewer } from "./types";
import { useClock } from "./use-dates";
import { usePeopleActions } from "./use-people-actions";

/** All that is known of one person, on a page of its own. */
export function PersonPage({ id, viewer, start }: { id: string; viewer: Viewer; start: Date }) {
  const t = useTranslations("users.person");
  const now = useClock(start);
  const trpc = useTRPC();
  const { data: person } = useSuspenseQuery(trpc.user.get.queryOptions({ id }));
  const actions = usePeopleActions(viewer);
  return (
    <PageBody>
      <CrumbName name={person.name} />
      <PageHeader
        lead={<Avatar name={person.name} src={person.photoUrl} size="lg" />}
        title={person.name}
        description={<RoleAndStatus person={person} />}
        actions={<PersonActions person={person} viewer={viewer} actions={actions} icons />}
      />
      {actions.callout}
      <RestoreCallout person={person} now={now} actions={actions} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-(--stack) lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-(--stack)">
          <Section title={t("details")}>
            <PersonFacts person={person} now={now} />
          </Section>
          <Section title={t("classes")}>
            <PersonClasses person={person} now={now} />
          </Section>
        </div>
        <Section title={t("history")}>
          <PersonHistory person={person} now={now} />
        </Section>
      </div>
      {actions.dialogs}
    </PageBody>
  );
}
