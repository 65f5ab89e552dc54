"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { ComboBox } from "@/components/ui/combo-box";
import { FieldPair } from "@/components/ui/form";
import { Section } from "@/components/ui/section";
import type { PickItem } from "@/components/ui/use-options";
import { formatCedula } from "@/domain/identity/cedula";
import type { MergeKind } from "@/domain/record-merge-list";
import { fullName } from "@/domain/student-list";
import { isUuid } from "@/lib/ids";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { type MergeUrl, mergeParsers } from "./merge-url";

const FOUND = 10;

/** Both records by search; once there are two, they are compared. */
export function ChooseRecords({ url }: { url: MergeUrl }) {
  const t = useTranslations("recordMerge.choose");
  const [, setUrl] = useQueryStates(mergeParsers, { shallow: false, history: "push" });
  const search = useSearch(url.kind);
  const chosen = { keep: useChosen(url.kind, url.keep), other: useChosen(url.kind, url.other) };
  return (
    <Section title={t("title")}>
      <FieldPair>
        {(["keep", "other"] as const).map((place) => (
          <ComboBox
            key={place}
            label={t(place)}
            items={[]}
            value={url[place] || null}
            {...(chosen[place] && { chosen: chosen[place] })}
            placeholder={t(`placeholder.${url.kind}`)}
            onSearch={search}
            error={url.keep !== "" && url.keep === url.other && place === "other" ? t("same") : undefined}
            onChange={(id) => void setUrl({ [place]: id ?? "" })}
          />
        ))}
      </FieldPair>
    </Section>
  );
}

/** Who is chosen already, as the field names them. */
function useChosen(kind: MergeKind, id: string): PickItem | undefined {
  const trpc = useTRPC();
  const enabled = isUuid(id);
  const student = useQuery(trpc.student.get.queryOptions({ id }, { enabled: enabled && kind === "student" }));
  const guardian = useQuery(
    trpc.guardian.get.queryOptions({ id }, { enabled: enabled && kind === "guardian" }),
  );
  const found = kind === "student" ? student.data : guardian.data;
  return found && { id, label: fullName(found) };
}

function useSearch(kind: MergeKind) {
  const client = useTRPCClient();
  return async (words: string, signal: AbortSignal): Promise<PickItem[]> => {
    if (words.length < 2) return [];
    if (kind === "student") {
      const { rows } = await client.student.list.query({ search: words, limit: FOUND }, { signal });
      return rows.map(({ id, code, cedula, ...person }) => ({
        ...{ id, label: fullName(person) },
        detail: [code, cedula && formatCedula(cedula)].filter(Boolean).join(" · "),
      }));
    }
    const found = await client.guardian.find.query({ search: words }, { signal });
    return found.map(({ id, cedula, children, ...person }) => ({
      ...{ id, label: fullName(person) },
      detail: [cedula && formatCedula(cedula), children.join(", ")].filter(Boolean).join(" · "),
    }));
  };
}
