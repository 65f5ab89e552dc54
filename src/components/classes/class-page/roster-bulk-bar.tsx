"use client";

import { ArrowRightLeft, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { MAX_BULK } from "@/domain/user-list";
import type { Named } from "../types";
import type { Ask } from "./asked";

export interface RosterBulkBarProps {
  selection: { items: readonly Named[]; clear: () => void };
  /** How many match the search. */
  total: number;
  /** Selects all that match. */
  all?: { select: () => void; pending: boolean };
  ask: Ask;
}

/** What can be done with the selected students. */
export function RosterBulkBar({ selection, total, all, ask }: RosterBulkBarProps) {
  const t = useTranslations("classes.roster");
  const { items: people } = selection;
  const full = people.length >= MAX_BULK || all?.pending;
  return (
    <BulkBar
      count={people.length}
      total={Math.max(total, people.length)}
      onClear={selection.clear}
      onSelectAll={full ? undefined : all?.select}
    >
      <Button
        variant="inverse"
        size="sm"
        icon={<ArrowRightLeft />}
        onPress={() => ask({ kind: "move", people })}
      >
        {t("move")}
      </Button>
      <Button
        variant="inverse"
        size="sm"
        icon={<UserMinus />}
        onPress={() => ask({ kind: "withdraw", people })}
      >
        {t("withdraw")}
      </Button>
    </BulkBar>
  );
}
