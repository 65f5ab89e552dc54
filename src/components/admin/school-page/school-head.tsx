"use client";

import { DoorOpen, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { schoolInitials } from "@/components/ui/crest";
import { PageHeader } from "@/components/ui/page-header";
import { schoolState } from "@/domain/school-list";
import { SchoolMenu } from "../school-menu";
import { SchoolStateMark } from "../school-state";
import type { AskSchool, SchoolDetail } from "../types";

export interface SchoolHeadProps {
  school: SchoolDetail;
  /** The school that the viewer belongs to. */
  ownId: string;
  ask: AskSchool;
}

/** The school's name, how it stands, where it is, and what can be done with it. */
export function SchoolHead({ school, ownId, ask }: SchoolHeadProps) {
  const t = useTranslations("schools");
  const tTier = useTranslations("tiers");
  const state = schoolState(school);
  const isOpen = state === "active" || state === "suspended";
  return (
    <PageHeader
      lead={
        school.logoUrl ? (
          // biome-ignore lint/performance/noImgElement: a signed address of our own, already of the right size
          <img
            src={school.logoUrl}
            alt=""
            className="size-11 flex-none rounded-md bg-[#fff] object-contain p-0.5"
          />
        ) : (
          <Avatar name={schoolInitials(school.name)} square size="lg" />
        )
      }
      title={<span className="[overflow-wrap:anywhere]">{school.name}</span>}
      description={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <SchoolStateMark {...school} />
          <span aria-hidden="true">·</span>
          {tTier(school.plan)}
          <span aria-hidden="true" className="max-sm:hidden">
            ·
          </span>
          <Address school={school} linked={state === "active"} />
        </span>
      }
      actions={
        <>
          <SchoolMenu school={school} ownId={ownId} ask={ask} />
          {state === "deleted" ? null : (
            <Button icon={<Pencil />} className="max-sm:flex-1" onPress={() => ask("edit", school)}>
              {t("acts.edit")}
            </Button>
          )}
          {school.id === ownId ? (
            <ButtonLink href="/org-admin" className="max-sm:flex-1">
              {t("own")}
            </ButtonLink>
          ) : isOpen ? (
            <Button
              variant="primary"
              icon={<DoorOpen />}
              className="max-sm:flex-1"
              onPress={() => ask("enter", school)}
            >
              {t("dialog.enter")}
            </Button>
          ) : null}
        </>
      }
    />
  );
}

/** Where the school is found; a link while somebody answers there. */
function Address({ school: { address }, linked }: { school: SchoolDetail; linked: boolean }) {
  const { host, pathname } = new URL(address);
  const text = host + (pathname === "/" ? "" : pathname);
  if (!linked) return <span className="[overflow-wrap:anywhere]">{text}</span>;
  return (
    <a
      href={address}
      className="text-brand-text underline decoration-brand-line underline-offset-3 [overflow-wrap:anywhere] hover:decoration-current"
    >
      {text}
    </a>
  );
}
