"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { useTRPC } from "@/trpc/client";
import { ACADEMICS_TABS, academicsHref, academicsParsers, structureInput } from "./academics-url";
import { SectionsTab } from "./sections-tab";
import { SubjectsTab } from "./subjects-tab";
import type { Asked } from "./types";
import { useStructureActions } from "./use-structure-actions";
import { YearsTab } from "./years-tab";

const StructureDialogs = lazy(() => import("./structure-dialogs"));

/** The school's years and terms, grades and sections, and subjects. */
export function AcademicsScreen() {
  const t = useTranslations("academics");
  const trpc = useTRPC();
  const [url] = useQueryStates(academicsParsers);
  const { data } = useSuspenseQuery(trpc.academics.get.queryOptions(structureInput(url)));
  const actions = useStructureActions();
  const [asked, setAsked] = useState<Asked | null>(null);
  const props = { structure: data, actions, ask: setAsked };
  const isOpen = data.year !== null && data.year.state !== "closed";
  const create = {
    years: <NewButton label={t("years.new")} onPress={() => setAsked({ kind: "year", year: null })} />,
    sections: isOpen ? (
      <NewButton label={t("sections.new")} onPress={() => setAsked({ kind: "sections" })} />
    ) : null,
    subjects: (
      <NewButton label={t("subjects.new")} onPress={() => setAsked({ kind: "subject", subject: null })} />
    ),
  };
  return (
    <PageBody>
      <PageHeader title={t("title")} description={t("description")} actions={create[url.tab]} />
      {actions.refusal ? (
        <Callout tone="danger" role="alert">
          {actions.refusal}
        </Callout>
      ) : null}
      <Tabs
        label={t("tabs.label")}
        items={ACADEMICS_TABS.map((tab) => ({
          href: academicsHref({ tab, year: url.year }),
          label: t(`tabs.${tab}`),
          current: tab === url.tab,
        }))}
      />
      {url.tab === "years" ? <YearsTab {...props} /> : null}
      {url.tab === "sections" ? <SectionsTab {...props} /> : null}
      {url.tab === "subjects" ? <SubjectsTab {...props} /> : null}
      {asked ? (
        <Suspense fallback={null}>
          <StructureDialogs asked={asked} structure={data} onClose={() => setAsked(null)} />
        </Suspense>
      ) : null}
    </PageBody>
  );
}

function NewButton({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <Button variant="primary" icon={<Plus />} data-shortcut="n" className="max-sm:flex-1" onPress={onPress}>
      {label}
    </Button>
  );
}
