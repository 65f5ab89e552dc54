"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { FootBar } from "@/components/ui/foot-bar";
import { MultiPicker } from "@/components/ui/multi-picker";
import { useTRPCClient } from "@/trpc/client";
import { freeSeats } from "../class-words";
import type { ClassDetail } from "../types";
import { useAddWords } from "./use-add-words";

const SHORTEST_SEARCH = 2;

export interface EnrolPickProps {
  detail: ClassDetail;
  pending: boolean;
  onEnrol: (who: { userIds: string[] }) => Promise<void>;
}

/** Picks students of the school by name, and says at once who of them gets a seat. */
export function EnrolPick({ detail, pending, onEnrol }: EnrolPickProps) {
  const t = useTranslations("classes.enrol");
  const addWords = useAddWords();
  const errorText = useErrorText();
  const client = useTRPCClient();
  const [ids, setIds] = useState<string[]>([]);
  const [failure, setFailure] = useState<string>();
  const free = freeSeats(detail);
  const enroll = free === null ? ids.length : Math.min(free, ids.length);
  const wait = ids.length - enroll;

  return (
    <>
      <MultiPicker
        className="max-w-measure"
        label={t("pickLabel")}
        shortest={SHORTEST_SEARCH}
        hint={t("pickHint")}
        error={failure}
        placeholder={t("pickPlaceholder")}
        items={[]}
        value={ids}
        onChange={(next) => {
          setFailure(undefined);
          setIds(next);
        }}
        onSearch={async (search, signal) => {
          const found = await client.class.findStudents.query({ id: detail.id, search }, { signal });
          return found.map(({ id, name, email }) => ({ id, label: name, detail: email }));
        }}
      />
      <FootBar
        actions={
          <Button
            variant="primary"
            icon={<UserPlus />}
            disabled={ids.length === 0}
            pending={pending}
            onPress={() =>
              void onEnrol({ userIds: ids }).catch((error) => setFailure(errorText(error).message))
            }
          >
            {addWords({ enroll, wait })}
          </Button>
        }
      >
        <p role="status" className={ids.length === 0 ? "text-ink-2" : undefined}>
          {ids.length === 0 ? t("pickFirst") : t("will", { enroll, wait })}
        </p>
      </FootBar>
    </>
  );
}
