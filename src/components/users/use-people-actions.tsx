"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { toast } from "@/components/ui/toast";
import { doneTo, type Outcome, type PeopleAction } from "./people-action";
import type { Subject, Viewer } from "./types";
import { useChangePeople } from "./use-change-people";

const RemovalDialog = lazy(() => import("./removal-dialog"));
const ResultDialog = lazy(() => import("./result-dialog"));
const RoleDialog = lazy(() => import("./role-dialog"));

export interface PeopleActions {
  askRole: (people: readonly Subject[]) => void;
  askRemoval: (people: readonly Subject[]) => void;
  /** Suspends or lets in again, at once. */
  run: (action: PeopleAction, people: readonly Subject[]) => Promise<void>;
  /** Takes a done action back, also long after its toast is gone. */
  undo: (action: PeopleAction, people: readonly Subject[]) => Promise<void>;
  /** A failure that asks for a choice; stands under the page's head. */
  callout: ReactNode;
  dialogs: ReactNode;
}

/**
 * What can be done to one or many people, with its dialogs, its undo, and a result a person where somebody was left
 * out. `onDone` hears of everything that was done to at least one person.
 */
export function usePeopleActions(viewer: Viewer, onDone?: (outcome: Outcome) => void): PeopleActions {
  const t = useTranslations("users");
  const tRole = useTranslations("roles");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const { change, undo } = useChangePeople();
  const [asking, setAsking] = useState<{ kind: "role" | "remove"; people: readonly Subject[] } | null>(null);
  const [shown, setShown] = useState<Outcome | null>(null);
  const [failure, setFailure] = useState<{ message: string; again: () => void } | null>(null);

  async function takeBack(action: PeopleAction, people: readonly Subject[]) {
    setFailure(null);
    try {
      const count = await undo(action, people);
      toast(
        count === people.length
          ? t("undone", { count, name: people[0]?.name ?? "" })
          : t("undonePartly", { count, total: people.length }),
      );
    } catch (error) {
      setFailure({ message: errorText(error).message, again: () => void takeBack(action, people) });
    }
  }

  async function perform(action: PeopleAction, people: readonly Subject[]) {
    const outcome = { action, people, results: await change(action, people) };
    const done = doneTo(outcome);
    if (done.length > 0) onDone?.(outcome);
    if (done.length < people.length) {
      setShown(outcome);
      return;
    }
    const role = action.kind === "role" ? tRole(action.role) : "";
    toast(t(`done.${action.kind}`, { count: done.length, name: done[0]?.name ?? "", role }), {
      label: t("undo"),
      onAction: () => void takeBack(action, done),
    });
  }

  async function run(action: PeopleAction, people: readonly Subject[]) {
    setFailure(null);
    try {
      await perform(action, people);
    } catch (error) {
      setFailure({ message: errorText(error).message, again: () => void run(action, people) });
    }
  }

  const asked = asking?.people ?? [];
  return {
    askRole: (people) => setAsking({ kind: "role", people }),
    askRemoval: (people) => setAsking({ kind: "remove", people }),
    run,
    undo: takeBack,
    callout: failure ? (
      <Callout
        tone="danger"
        role="alert"
        title={t("notChanged")}
        actions={
          <>
            <Button size="sm" onPress={failure.again}>
              {tUi("tryAgain")}
            </Button>
            <Button size="sm" variant="quiet" onPress={() => setFailure(null)}>
              {tUi("close")}
            </Button>
          </>
        }
      >
        {failure.message}
      </Callout>
    ) : null,
    dialogs: (
      <Suspense fallback={null}>
        {asking?.kind === "role" ? (
          <RoleDialog
            viewer={viewer}
            people={asked}
            onClose={() => setAsking(null)}
            onChoose={(role) => perform({ kind: "role", role }, asked)}
          />
        ) : null}
        {asking?.kind === "remove" ? (
          <RemovalDialog
            people={asked}
            onClose={() => setAsking(null)}
            onConfirm={() => perform({ kind: "remove" }, asked)}
          />
        ) : null}
        {shown ? (
          <ResultDialog
            outcome={shown}
            onClose={() => setShown(null)}
            onUndo={() => {
              setShown(null);
              void takeBack(shown.action, doneTo(shown));
            }}
          />
        ) : null}
      </Suspense>
    ),
  };
}
