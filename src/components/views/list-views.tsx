"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { SavedViews } from "@/components/ui/saved-views";
import type { TabItem } from "@/components/ui/tabs";
import { toast } from "@/components/ui/toast";
import type { ViewScreen } from "@/domain/roles";
import { useTRPC } from "@/trpc/client";

export interface ListViewsProps {
  screen: ViewScreen;
  /** The list's address without its search part. */
  path: string;
  /** Filters and order that the list shows, as the search part of its address without the question mark. */
  query: string;
  builtIn: readonly TabItem[];
}

/** The views of a list as tabs: those that are always there, one's own, and those that the school shares. */
export default function ListViews({ screen, path, query, builtIn }: ListViewsProps) {
  const t = useTranslations("ui.views");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { data: views } = useSuspenseQuery(trpc.view.list.queryOptions({ screen }));
  const create = useMutation(trpc.view.create.mutationOptions()).mutateAsync;
  const update = useMutation(trpc.view.update.mutationOptions()).mutateAsync;
  const remove = useMutation(trpc.view.remove.mutationOptions()).mutateAsync;

  /** Throws what went wrong in words, for the form that asked. */
  async function change(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      throw new Error(errorText(error).message);
    } finally {
      void queries.invalidateQueries(trpc.view.pathFilter());
    }
  }
  const tell = (error: unknown) => toast(error instanceof Error ? error.message : t("failed"));

  function removeWithUndo(id: string) {
    const view = views.find((candidate) => candidate.id === id);
    if (!view) return;
    const { name, query: kept, isShared } = view;
    change(() => remove({ id })).then(
      () =>
        toast(t("removed", { name }), {
          label: t("undo"),
          onAction: () => void change(() => create({ screen, name, query: kept, isShared })).catch(tell),
        }),
      tell,
    );
  }

  const isKnown = builtIn.some(({ current }) => current) || views.some((view) => view.query === query);
  return (
    <SavedViews
      label={t("label")}
      builtIn={builtIn}
      views={views.map((view) => ({
        id: view.id,
        name: view.name,
        href: view.query === "" ? path : `${path}?${view.query}`,
        current: view.query === query,
        own: view.mayEdit,
        shared: view.isShared,
      }))}
      canSave={!isKnown}
      onSave={({ name, shared }) => change(() => create({ screen, name, query, isShared: shared }))}
      onRename={(id, name) => change(() => update({ id, name }))}
      onShare={(id, isShared) => void change(() => update({ id, isShared })).catch(tell)}
      onDelete={removeWithUndo}
    />
  );
}
