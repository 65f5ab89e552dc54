"use client";

import type { inferOutput } from "@trpc/tanstack-react-query";
import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { ClassMark } from "@/components/classes/class-mark";
import { familyHref } from "@/components/students/family/family-url";
import { usePlaceWords } from "@/components/students/student-words";
import { Avatar } from "@/components/ui/avatar";
import type { Command } from "@/components/ui/command-palette";
import { fullName } from "@/domain/student-list";
import { searchKey } from "@/lib/text-keys";
import type { useTRPC } from "@/trpc/client";
import type { Place } from "./navigation";
import type { Recent } from "./recent";

/** What the palette lists: how it looks, what finds it, and what it does. */
export type Entry = {
  command: Command;
  /** Further words that find it. */
  words?: string;
  href?: string;
  /** Where it is seen beside its list. */
  asideHref?: string;
  run?: () => void;
  /** How this device remembers that it was opened. */
  recent?: Recent;
};

type Found = inferOutput<ReturnType<typeof useTRPC>["search"]["find"]>;
export type FoundPerson = Found["people"][number];
export type FoundClass = Found["classes"][number];
type FoundStudent = Found["students"][number];
type FoundGuardian = Found["guardians"][number];

const FEW_LETTERS = 3;

/** Whether each of the terms begins a word of the label, or after a few letters one of the further words. */
function holds({ command, words = "" }: Entry, terms: readonly string[]): boolean {
  const [label, further] = [searchKey(command.label), searchKey(words)];
  return terms.every(
    (term) => label.includes(` ${term}`) || (term.length >= FEW_LETTERS && further.includes(` ${term}`)),
  );
}

/** The entries that hold the terms, those whose label does first. */
export function matching(entries: readonly Entry[], terms: readonly string[]): Entry[] {
  const held = entries.filter((entry) => holds(entry, terms));
  const plainly = new Set(held.filter(({ command }) => holds({ command }, terms)));
  return [...plainly, ...held.filter((entry) => !plainly.has(entry))];
}

/** Entries for places, people, classes and records, found or remembered. */
export function useEntries(places: readonly Place[]) {
  const t = useTranslations("app");
  const place = usePlaceWords();
  const tRole = useTranslations("roles");
  const base = (key: Place["key"]) => places.find((place) => place.key === key)?.href;

  const ofPlaces = places.map(
    ({ key, href, icon: Icon, letter }): Entry => ({
      command: { id: `place-${key}`, label: t(`places.${key}`), lead: <Icon />, keys: ["g", letter] },
      href,
      recent: { kind: "place", id: key, name: "" },
    }),
  );

  function person(id: string, name: string, found?: FoundPerson): Entry {
    const users = base("users");
    const classNames = found?.classNames.join(", ");
    return {
      command: {
        id: `person-${id}`,
        label: name,
        lead: <Avatar name={name} size="sm" />,
        meta: found ? `${tRole(found.role)} · ${classNames || found.email}` : t("palette.person"),
      },
      words: found?.email,
      href: `${users}/${id}`,
      asideHref: `${users}?person=${id}`,
      recent: { kind: "person", id, name },
    };
  }

  function classEntry(id: string, name: string, found?: FoundClass): Entry {
    return {
      command: {
        id: `class-${id}`,
        label: name,
        lead: <ClassMark name={name} size="sm" />,
        meta: found ? classMeta(found) : t("palette.class"),
      },
      href: `${base("classes")}/${id}`,
      recent: { kind: "class", id, name },
    };
  }

  function student(id: string, name: string, found?: FoundStudent): Entry {
    const meta = found && [found.code, place(found)].join(" · ");
    return {
      command: {
        id: `student-${id}`,
        label: name,
        lead: <Avatar name={name} src={found?.photoUrl} size="sm" />,
        meta: meta ?? t("palette.student"),
      },
      words: [found?.code, found?.cedula].join(" "),
      href: `${base("students")}/${id}`,
      recent: { kind: "student", id, name },
    };
  }

  function guardian(id: string, name: string, found?: FoundGuardian): Entry {
    return {
      command: {
        id: `guardian-${id}`,
        label: name,
        lead: <Avatar name={name} size="sm" />,
        meta: found?.children.join(", ") || t("palette.guardian"),
      },
      words: found?.cedula ?? undefined,
      href: familyHref(id),
      recent: { kind: "guardian", id, name },
    };
  }

  function classMeta({ state, capacity, studentCount, leadName }: FoundClass): string {
    if (state === "archived") return t("palette.archived");
    const seats =
      capacity === null
        ? t("palette.students", { count: studentCount })
        : t("palette.seats", { count: studentCount, capacity });
    return leadName === null ? seats : `${seats} · ${leadName}`;
  }

  return {
    places: ofPlaces,
    people: (found: readonly FoundPerson[]) => found.map((row) => person(row.id, row.name, row)),
    students: (found: readonly FoundStudent[]) => found.map((row) => student(row.id, fullName(row), row)),
    guardians: (found: readonly FoundGuardian[]) => found.map((row) => guardian(row.id, fullName(row), row)),
    classes: (found: readonly FoundClass[]) => found.map((row) => classEntry(row.id, row.name, row)),
    /** The list of people, with the same search. */
    allPeople: (query: string): Entry => ({
      command: { id: "all-people", label: t("palette.allPeople", { query }), lead: <ListFilter /> },
      href: `${base("users")}?q=${encodeURIComponent(query)}`,
    }),
    /** What the person may still go to, of what they opened last. */
    remembered: (recent: readonly Recent[]) =>
      recent.flatMap(({ kind, id, name }): Entry[] => {
        if (kind === "place") return ofPlaces.filter(({ recent: own }) => own?.id === id);
        if (kind === "person") return base("users") ? [person(id, name)] : [];
        if (kind === "student") return base("students") ? [student(id, name)] : [];
        // Families have no place of their own: who may list students sees them.
        if (kind === "guardian") return base("users") && base("students") ? [guardian(id, name)] : [];
        return base("classes") ? [classEntry(id, name)] : [];
      }),
  };
}
