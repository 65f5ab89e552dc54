"use client";

import { useState } from "react";
import { toast } from "@/components/ui/toast";
import { MAX_BULK } from "@/domain/user-list";

interface Page<Row> {
  rows: readonly Row[];
  nextCursor: string | null;
}

/** Fetches and chooses all rows of a list, page by page, up to what one action can take; else says `failed`. */
export function useSelectAll<Row>(
  load: (cursor: string | undefined) => Promise<Page<Row>>,
  choose: (rows: readonly Row[]) => void,
  failed: string,
) {
  const [pending, setPending] = useState(false);

  async function select() {
    setPending(true);
    try {
      const found: Row[] = [];
      let cursor: string | undefined;
      do {
        const page = await load(cursor);
        found.push(...page.rows);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined && found.length < MAX_BULK);
      choose(found.slice(0, MAX_BULK));
    } catch {
      toast(failed);
    } finally {
      setPending(false);
    }
  }

  return { select: () => void select(), pending };
}
