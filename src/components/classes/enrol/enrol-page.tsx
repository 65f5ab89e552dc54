"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { CrumbName } from "@/components/shell/crumb-name";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useTabText } from "@/components/use-tab-text";
import { useTRPC } from "@/trpc/client";
import { ClassMark } from "../class-mark";
import { type Area, classHref } from "../class-url";
import { freeSeats } from "../class-words";
import type { Enrolled } from "../types";
import { EnrolList } from "./enrol-list";
import { EnrolPick } from "./enrol-pick";
import { EnrolResult } from "./enrol-result";
import { useEnroll } from "./use-enroll";

type Way = "pick" | "list";

/** Adding students to a class: picked, pasted or from a file; then what became of each. */
export function EnrolPage({ id, area }: { id: string; area: Area }) {
  const t = useTranslations("classes.enrol");
  const router = useRouter();
  const trpc = useTRPC();
  const { data: detail } = useSuspenseQuery(trpc.class.get.queryOptions({ id }));
  const { add, isPending } = useEnroll(id);
  const [chosen, choose] = useState<Way>();
  const [text, setText] = useTabText(`enrol.${id}`);
  const [result, setResult] = useState<Enrolled | null>(null);
  const [leaving, setLeaving] = useState(false);
  // The list goes when this page does, or the form would empty itself before the roster is there.
  const sent = useRef(false);
  useEffect(
    () => () => {
      if (sent.current) setText("");
    },
    [setText],
  );
  const seats = freeSeats(detail);
  // A list that was begun is what one comes back for.
  const way = chosen ?? (text ? "list" : "pick");
  const rosterHref = classHref(area, id);

  async function enrol(who: { userIds: string[] } | { text: string }) {
    const answer = await add(who);
    if (answer.enrolled + answer.waiting < answer.results.length) {
      setText("");
      setResult(answer);
      return;
    }
    sent.current = true;
    setLeaving(true);
    router.push(rosterHref);
  }

  return (
    <PageBody>
      <CrumbName name={detail.name} />
      <PageHeader
        lead={<ClassMark name={detail.name} size="lg" />}
        title={<span className="[overflow-wrap:anywhere]">{t("to", { name: detail.name })}</span>}
        description={seats === null ? t("introUnlimited") : t("intro", { seats })}
      />
      {!detail.rights.roster ? (
        <Closed back={rosterHref} />
      ) : result ? (
        <EnrolResult
          results={result.results}
          rosterHref={rosterHref}
          onMend={(lines) => {
            setText(lines);
            setResult(null);
            choose("list");
          }}
        />
      ) : (
        <>
          <div>
            <SegmentedControl<Way>
              label={t("way")}
              value={way}
              onChange={choose}
              options={[
                { value: "pick", label: t("pick") },
                { value: "list", label: t("list") },
              ]}
            />
          </div>
          {way === "pick" ? (
            <EnrolPick detail={detail} pending={isPending || leaving} onEnrol={enrol} />
          ) : (
            <EnrolList
              detail={detail}
              text={text}
              onText={setText}
              pending={isPending || leaving}
              onEnrol={enrol}
            />
          )}
        </>
      )}
    </PageBody>
  );
}

function Closed({ back }: { back: string }) {
  const t = useTranslations("classes");
  return (
    <div className="py-12">
      <EmptyState
        drawing="classroom"
        title={t("archived.title")}
        actions={<ButtonLink href={back}>{t("enrol.toRoster")}</ButtonLink>}
      />
    </div>
  );
}
