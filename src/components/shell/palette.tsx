"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { CommandPalette } from "@/components/ui/command-palette";
import { Kbd } from "@/components/ui/kbd";
import { can, classReach } from "@/domain/permissions";
import { searchTerms } from "@/lib/text-keys";
import type { Place } from "./navigation";
import { type Entry, matching, useEntries } from "./palette-entries";
import { readRecent, remember } from "./recent";
import type { ShellViewer } from "./tools-context";
import { useGo } from "./use-connection";
import { useFound } from "./use-found";
import { useIsMac } from "./use-mod-key";
import { usePaletteActions } from "./use-palette-actions";

export interface PaletteProps {
  viewer: ShellViewer;
  places: readonly Place[];
  open: boolean;
  /** What was typed before this code was here. */
  firstQuery: string;
  onClose: () => void;
}

/** Finds places, classes, people and actions, and goes there; what was opened last stands first. */
export function Palette({ viewer, places, open, firstQuery, onClose }: PaletteProps) {
  const t = useTranslations("app.palette");
  const go = useGo();
  const [query, setQuery] = useState(firstQuery);
  const terms = searchTerms(query);
  const asks = open && classReach(viewer.role) !== "none";
  const { found, busy, failed } = useFound(query, asks && terms.length > 0);
  const entries = useEntries(places);
  const seesPeople = can(viewer.role, "user:list");

  // What was found for fewer letters is narrowed at once, until the newer answer is here.
  const classes = matching(entries.classes(found.classes), terms);
  const people = matching(entries.people(found.people), terms);
  // Numbers are found in more spellings than the words of an entry tell: an answer to what is typed stands as it is.
  const narrow = (records: Entry[]) => (busy || failed ? matching(records, terms) : records);
  const students = narrow(entries.students(found.students));
  const guardians = narrow(entries.guardians(found.guardians));
  if (found.morePeople && !busy) people.push(entries.allPeople(query.trim()));
  const inView = found.classes.find(({ id }) => classes[0]?.recent?.id === id);
  const actions = usePaletteActions(viewer.role, places, inView);
  const recent = terms.length > 0 ? [] : entries.remembered(readRecent(viewer.deviceKey));
  const groups = [
    { title: t("recent"), entries: recent },
    {
      title: t("places"),
      entries: matching(entries.places, terms).filter((entry) => !recent.includes(entry)),
    },
    { title: t("classes"), entries: classes },
    { title: t("people"), entries: people },
    { title: t("studentRecords"), entries: students },
    { title: t("guardians"), entries: guardians },
    { title: t("actions"), entries: matching(actions, terms) },
  ].filter((group) => group.entries.length > 0);
  const listed = groups.flatMap((group) => group.entries);

  function close() {
    onClose();
    setQuery("");
  }

  function choose(id: string, aside: boolean) {
    const entry = listed.find(({ command }) => command.id === id);
    if (!entry) return;
    if (entry.recent) remember(viewer.deviceKey, entry.recent);
    close();
    entry.run?.();
    if (entry.href) go(aside && entry.asideHref ? entry.asideHref : entry.href);
  }

  return (
    <CommandPalette
      open={open}
      onClose={close}
      label={t("label")}
      placeholder={seesPeople ? t("placeholder") : asks ? t("placeholderClasses") : t("placeholderPlain")}
      query={query}
      onQuery={setQuery}
      groups={groups.map(({ title, entries: group }) => ({
        title,
        commands: group.map(({ command }) => command),
      }))}
      empty={busy ? t("searching") : t("nothing", { query: query.trim() })}
      note={failed ? t("failed") : undefined}
      status={terms.length === 0 || busy ? "" : failed ? t("failed") : t("found", { count: listed.length })}
      busy={busy}
      foot={<Hints seesPeople={seesPeople} />}
      onChoose={choose}
    />
  );
}

function Hints({ seesPeople }: { seesPeople: boolean }) {
  const t = useTranslations("app.palette");
  const mod = useIsMac() ? "⌘" : t("control");
  const key = (name: ReactNode) => <Kbd>{name}</Kbd>;
  return (
    <>
      <span>{t.rich("hintMove", { key })}</span>
      <span>{t.rich("hintOpen", { key })}</span>
      {seesPeople ? <span>{t.rich("hintAside", { key, mod })}</span> : null}
    </>
  );
}
