"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useTRPCClient } from "@/trpc/client";
import { type ListView, listInput } from "./list-params";
import type { InvitationRow } from "./types";
import type { InvitationActions } from "./use-invitation-actions";

/** As many as one action takes. */
const MAX_SELECTED = 500;
const PAGE = 100;

export interface InvitationsBulkBarProps {
  rows: readonly InvitationRow[];
  view: ListView;
  /** How many match, where that is known. */
  total: number | undefined;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  actions: InvitationActions;
  onRevoke: (ids: readonly string[]) => void;
}

/** What can be done with the selected invitations. */
export function InvitationsBulkBar(props: InvitationsBulkBarProps) {
  const { rows, view, total, selected, onSelect, actions, onRevoke } = props;
  const t = useTranslations("invitations.actions");
  const errorText = useErrorText();
  const client = useTRPCClient();
  const ids = [...selected];
  const only = ids.length === 1 ? rows.find(({ id }) => id === ids[0]) : undefined;
  const all = total !== undefined && total <= MAX_SELECTED ? total : undefined;

  async function selectAll() {
    const { cursor: _cursor, ...input } = listInput(view);
    const found = new Set<string>();
    try {
      let cursor: string | undefined;
      do {
        const page = await client.invitation.list.query({ ...input, cursor, limit: PAGE });
        for (const { id } of page.rows) found.add(id);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined && found.size < MAX_SELECTED);
      onSelect(found);
    } catch (error) {
      toast(errorText(error).message);
    }
  }

  return (
    <BulkBar count={ids.length} total={all} onClear={() => onSelect(new Set())} onSelectAll={selectAll}>
      <Button
        variant="inverse"
        size="sm"
        pending={actions.resending}
        onPress={() => {
          actions.resend(ids);
          onSelect(new Set());
        }}
      >
        {t("resend")}
      </Button>
      {only?.status === "pending" ? (
        <Button variant="inverse" size="sm" onPress={() => actions.copyLink(only)}>
          {t("copyLink")}
        </Button>
      ) : null}
      <Button variant="inverse" size="sm" onPress={() => onRevoke(ids)}>
        {t("revoke")}
      </Button>
    </BulkBar>
  );
}
