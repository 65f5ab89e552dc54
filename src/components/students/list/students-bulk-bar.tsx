"use client";

import { useQuery } from "@tanstack/react-query";
import { Ellipsis, LogOut, MailPlus, Undo2, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useSelectAll } from "@/components/use-select-all";
import type { Selected } from "@/components/use-selection";
import { MAX_BULK, MAX_PAGE_SIZE } from "@/domain/user-list";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { StatusMenuItems } from "../status-menu";
import { asStudent, type StudentListRow } from "../types";
import type { StudentActions } from "../use-student-actions";
import { filterOf, orderedFilterOf, type StudentsUrl } from "./students-url";

export interface StudentsBulkBarProps {
  url: StudentsUrl;
  selection: Selected<StudentListRow>;
  actions: StudentActions;
}

/** What can be done to everybody selected, and the step from this page to all that match. */
export default function StudentsBulkBar({ url, selection, actions }: StudentsBulkBarProps) {
  const t = useTranslations("students.list.bulk");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const all = useSelectAll(
    (cursor) => client.student.list.query({ ...orderedFilterOf(url), limit: MAX_PAGE_SIZE, cursor }),
    selection.choose,
    t("selectFailed"),
  );
  const { items } = selection;
  const students = items.map(asStudent);
  const count = items.length;
  const { data } = useQuery({ ...trpc.student.counts.queryOptions(filterOf(url)), enabled: count > 0 });
  const total = data && Math.max(data.matching, count);
  const full = count >= MAX_BULK;
  const move = () => actions.askMove(students);
  return (
    <BulkBar
      count={count}
      total={total}
      onClear={selection.clear}
      onSelectAll={full || all.pending ? undefined : all.select}
    >
      {all.pending ? <span role="status">{t("selecting")}</span> : null}
      {full && total && total > count ? (
        <span role="status" className="px-2 text-on-invert-2">
          {t("capped", { max: MAX_BULK })}
        </span>
      ) : null}
      <Button variant="inverse" size="sm" icon={<UsersRound />} onPress={move} className="max-sm:hidden">
        {t("move")}
      </Button>
      <Button
        variant="inverse"
        size="sm"
        icon={<MailPlus />}
        onPress={() => actions.askInvitation(students)}
        className="max-lg:hidden"
      >
        {t("invite")}
      </Button>
      <span className="max-sm:hidden">
        <Menu
          label={t("status")}
          placement="top end"
          trigger={
            <Button
              variant="inverse"
              size="sm"
              icon={items.every(({ status }) => status === "active") ? <LogOut /> : <Undo2 />}
            >
              {t("status")}
            </Button>
          }
        >
          <StatusMenuItems students={students} actions={actions} />
        </Menu>
      </span>
      <span className="max-sm:ml-auto lg:hidden">
        <Menu
          label={tUi("more")}
          placement="top end"
          trigger={
            <IconButton variant="inverse" label={tUi("more")} icon={<Ellipsis />} tooltipPlacement="top" />
          }
        >
          <MenuItem icon={<UsersRound />} onAction={move}>
            {t("move")}
          </MenuItem>
          <MenuItem icon={<MailPlus />} onAction={() => actions.askInvitation(students)}>
            {t("invite")}
          </MenuItem>
          <StatusMenuItems students={students} actions={actions} />
        </Menu>
      </span>
    </BulkBar>
  );
}
