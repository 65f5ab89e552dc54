"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ListFile } from "@/components/list-file";
import { FieldPair } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import type { Role } from "@/domain/roles";
import { DAY } from "@/lib/duration";
import { oneOf } from "@/lib/one-of";
import { useTRPCClient } from "@/trpc/client";
import type { Draft } from "./use-draft";

const DAYS = [3, 7, 14, 30, 60];

export interface InviteFieldsProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  onCheck: () => void;
  roles: readonly Role[];
  classes: readonly { id: string; name: string }[];
  /** A coach's lines all need a class. */
  needsClass: boolean;
  /** When the page was made. */
  now: number;
  /** What is wrong with the list as a whole. */
  error?: string;
}

/** The list, by hand or from a file, and what holds where a line says nothing. */
export function InviteFields(props: InviteFieldsProps) {
  const { draft, onChange, onCheck, roles, classes, needsClass, now, error } = props;
  const t = useTranslations("invitations.new");
  const tRole = useTranslations("roles");
  const format = useFormatter();
  const client = useTRPCClient();
  const days = [...new Set([...DAYS, draft.days])].sort((a, b) => a - b);
  const until = (count: number) => format.dateTime(now + count * DAY, { day: "numeric", month: "long" });
  return (
    <div className="grid grid-cols-1 content-start gap-5">
      <TextArea
        mono
        rows={9}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        wrap="soft"
        label={t("people")}
        hint={t("peopleHint")}
        error={error}
        placeholder={t(needsClass ? "placeholderCoach" : "placeholder")}
        value={draft.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onCheck();
        }}
      />
      <ListFile
        read={(content) => client.invitation.readFile.mutate({ content })}
        onText={(text) => onChange({ text })}
      />
      <FieldPair>
        <Select
          label={t("role")}
          options={roles.map((role) => ({ value: role, label: tRole(role) }))}
          value={draft.role}
          onChange={(event) => onChange({ role: oneOf(roles, event.currentTarget.value) ?? draft.role })}
        />
        <Select
          label={t("class")}
          placeholder={needsClass ? undefined : t("noClass")}
          options={classes.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.classId}
          onChange={(event) => onChange({ classId: event.currentTarget.value })}
        />
      </FieldPair>
      <Select
        label={t("days")}
        options={days.map((count) => ({
          value: String(count),
          label: t("daysOption", { days: count, until: until(count) }),
        }))}
        value={String(draft.days)}
        onChange={(event) => onChange({ days: Number(event.currentTarget.value) })}
      />
    </div>
  );
}
