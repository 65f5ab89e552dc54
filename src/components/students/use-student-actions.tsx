"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import type { StudentRefusal } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import type { Told } from "../classes/class-page/results-dialog";
import type { StatusKind, StatusValues } from "./status-dialog";
import type { Student } from "./types";

const StatusDialog = lazy(() => import("./status-dialog"));
const MoveDialog = lazy(() => import("./move-dialog"));
const InviteGuardiansDialog = lazy(() => import("./account/invite-guardians-dialog"));
const ResultsDialog = lazy(() => import("../classes/class-page/results-dialog"));

export interface StudentActions {
  askStatus: (kind: StatusKind, students: readonly Student[]) => void;
  askMove: (students: readonly Student[]) => void;
  askInvitation: (students: readonly Student[]) => void;
  dialogs: ReactNode;
}

type Asked = { students: readonly Student[] } & (
  | { kind: "status"; status: StatusKind }
  | { kind: "move" | "invite" }
);
type Result = { id: string; name: string } & ({ ok: true } | { ok: false; code: StudentRefusal });

/**
 * What can be done to one or many students, with its dialogs, its undo, and a result a student where somebody was left
 * out. `onDone` hears of everything that was done to at least one.
 */
export function useStudentActions(onDone?: () => void): StudentActions {
  const t = useTranslations("students.actions");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const setStatus = useMutation(trpc.student.setStatus.mutationOptions()).mutateAsync;
  const undoStatus = useMutation(trpc.student.undoStatus.mutationOptions()).mutateAsync;
  const move = useMutation(trpc.student.move.mutationOptions()).mutateAsync;
  const restorePlaces = useMutation(trpc.student.restorePlaces.mutationOptions()).mutateAsync;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const refresh = () => void queries.invalidateQueries(trpc.student.pathFilter());

  /** Says what was done with a way back, or who was left out and why. */
  function tell(
    results: readonly Result[],
    words: { done: string; each: string },
    undo: () => Promise<number>,
  ) {
    refresh();
    const done = results.filter(({ ok }) => ok);
    if (done.length > 0) onDone?.();
    const takeBack = () => {
      setTold(null);
      undo()
        .then((count) => void toast(t("undone", { count, name: done[0]?.name ?? "" })))
        .catch((error) => void toast(errorText(error).message))
        .finally(refresh);
    };
    if (done.length === results.length) toast(words.done, { label: t("undo"), onAction: takeBack });
    else
      setTold({
        done: done.length,
        onUndo: takeBack,
        rows: results.map((row) => ({
          ...{ id: row.id, name: row.name, ok: row.ok },
          text: row.ok ? words.each : t(`refusals.${row.code}`),
        })),
      });
  }

  async function changeStatus(kind: StatusKind, students: readonly Student[], values: StatusValues) {
    const { results } = await setStatus({ ids: students.map(({ id }) => id), ...values });
    const changed = results.flatMap((result) => (result.ok ? [result] : []));
    const said = { count: changed.length, name: changed[0]?.name ?? "" };
    tell(results, { done: t(`done.${kind}`, said), each: t(`each.${kind}`) }, async () => {
      const { undone } = await undoStatus({ changeIds: changed.map(({ changeId }) => changeId) });
      return undone;
    });
  }

  async function changePlace(students: readonly Student[], section: { id: string; label: string }) {
    const { results } = await move({ ids: students.map(({ id }) => id), sectionId: section.id });
    const moved = results.flatMap((result) => (result.ok ? [result] : []));
    const said = { count: moved.length, name: moved[0]?.name ?? "", section: section.label };
    tell(results, { done: t("done.move", said), each: t("each.move", said) }, async () => {
      const places = moved.map(({ id, was }) => ({ id, from: section.id, ...was }));
      return (await restorePlaces({ places })).restored;
    });
  }

  const close = () => setAsked(null);
  return {
    askStatus: (status, students) =>
      setAsked({ kind: "status", status, students: fitting(status, students) }),
    askMove: (students) => setAsked({ kind: "move", students }),
    askInvitation: (students) => setAsked({ kind: "invite", students }),
    dialogs: (
      <Suspense fallback={null}>
        {asked?.kind === "status" ? (
          <StatusDialog
            kind={asked.status}
            students={asked.students}
            onConfirm={(values) => changeStatus(asked.status, asked.students, values)}
            onClose={close}
          />
        ) : null}
        {asked?.kind === "move" ? (
          <MoveDialog
            students={asked.students}
            onConfirm={(section) => changePlace(asked.students, section)}
            onClose={close}
          />
        ) : null}
        {asked?.kind === "invite" ? (
          <InviteGuardiansDialog students={asked.students} onDone={() => onDone?.()} onClose={close} />
        ) : null}
        {told ? <ResultsDialog told={told} onClose={() => setTold(null)} /> : null}
      </Suspense>
    ),
  };
}

/** Those whom the change is for: who is enrolled leaves, and who is not comes back. */
function fitting(kind: StatusKind, students: readonly Student[]): readonly Student[] {
  const some = students.filter(({ status }) => (status === "active") === (kind !== "return"));
  return some.length > 0 ? some : students;
}
