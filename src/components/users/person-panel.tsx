"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { isNotFound, useErrorText } from "@/components/error-text";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { NotFoundState } from "@/components/ui/not-found-state";
import { PanelHead, PanelSection, SidePanel } from "@/components/ui/side-panel";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useAlive } from "@/components/ui/use-alive";
import { useTRPC } from "@/trpc/client";
import { PersonActions } from "./person-actions";
import {
  PersonClasses,
  PersonFacts,
  PersonHistory,
  type PersonPartProps,
  RoleAndStatus,
} from "./person-details";
import { RestoreCallout } from "./restore-callout";
import type { Viewer } from "./types";
import type { PeopleActions } from "./use-people-actions";
import { filterOf, pageOf, personHref, type UsersUrl } from "./users-url";

export interface PersonPanelProps {
  id: string;
  /** The list beside which the panel stands. */
  listed: UsersUrl;
  viewer: Viewer;
  now: Date;
  actions: PeopleActions;
  onOpen: (id: string | null) => void;
}

/** One person beside the list. */
export function PersonPanel({ id, listed, viewer, now, actions, onOpen }: PersonPanelProps) {
  const t = useTranslations("users.panel");
  const trpc = useTRPC();
  const alive = useAlive();
  const person = useQuery({ ...trpc.user.get.queryOptions({ id }), enabled: alive });
  const { name, position, previous, next } = useNeighbours(id, listed, alive);
  return (
    <SidePanel
      label={name ?? t("label")}
      position={position}
      onClose={() => onOpen(null)}
      onPrevious={previous ? () => onOpen(previous) : undefined}
      onNext={next ? () => onOpen(next) : undefined}
      expandHref={personHref(id)}
      footer={
        alive && person.data ? (
          <PersonActions person={person.data} viewer={viewer} actions={actions} />
        ) : (
          <span className="h-(--control-h)" />
        )
      }
    >
      {alive && person.data ? (
        <PanelBody person={person.data} now={now} actions={actions} />
      ) : alive && person.error ? (
        <PanelFailed error={person.error} retry={() => void person.refetch()} onClose={() => onOpen(null)} />
      ) : (
        <SkeletonBlock label={t("loading")} lines={8} />
      )}
    </SidePanel>
  );
}

function PanelBody({ person, now, actions }: PersonPartProps & { actions: PeopleActions }) {
  const t = useTranslations("users.person");
  return (
    <>
      <PanelHead
        lead={<Avatar name={person.name} src={person.photoUrl} size="lg" />}
        title={person.name}
        meta={<RoleAndStatus person={person} />}
      />
      <RestoreCallout person={person} now={now} actions={actions} />
      <PersonFacts person={person} now={now} />
      <PanelSection title={t("classes")}>
        <PersonClasses person={person} now={now} />
      </PanelSection>
      <PanelSection title={t("history")}>
        <PersonHistory person={person} now={now} />
      </PanelSection>
    </>
  );
}

function PanelFailed(props: { error: unknown; retry: () => void; onClose: () => void }) {
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  if (isNotFound(props.error))
    return <NotFoundState actions={<Button onPress={props.onClose}>{tUi("close")}</Button>} />;
  return (
    <ErrorState actions={<Button onPress={props.retry}>{tUi("tryAgain")}</Button>}>
      {errorText(props.error).message}
    </ErrorState>
  );
}

/** Where the person stands in the page of the list that is shown. */
function useNeighbours(id: string, listed: UsersUrl, alive: boolean) {
  const t = useTranslations("users.panel");
  const trpc = useTRPC();
  const { data: page } = useQuery({ ...trpc.user.list.queryOptions(pageOf(listed)), enabled: alive });
  const { data: counts } = useQuery({ ...trpc.user.counts.queryOptions(filterOf(listed)), enabled: alive });
  const rows = alive ? (page?.rows ?? []) : [];
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0 || !page) return {};
  const place = page.from + index;
  return {
    name: rows[index]?.name,
    position: counts ? t("position", { place, total: counts.matching }) : t("place", { place }),
    previous: rows[index - 1]?.id,
    next: rows[index + 1]?.id,
  };
}
