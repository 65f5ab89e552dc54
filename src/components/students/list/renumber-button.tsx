"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { ListOrdered } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import { useSections } from "../use-sections";
import type { StudentsUrl } from "./students-url";

const RenumberDialog = lazy(() => import("./renumber-dialog"));

/** Numbers the list of the one section that is shown; absent while it is not one, or its year is closed. */
export default function RenumberButton({ url }: { url: StudentsUrl }) {
  const t = useTranslations("students.renumber");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.student.options.queryOptions());
  const sections = useSections(data);
  const [asking, setAsking] = useState(false);
  const [id, ...others] = url.section;
  const section = others.length === 0 ? sections.find((each) => each.id === id) : undefined;
  if (!section) return null;
  return (
    <>
      <Button icon={<ListOrdered />} onPress={() => setAsking(true)} className="max-sm:flex-1">
        {t("button")}
      </Button>
      {asking ? (
        <Suspense fallback={null}>
          <RenumberDialog section={section} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
