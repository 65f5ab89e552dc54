"use client";

import { LoaderCircle, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxSection,
  SearchField,
} from "react-aria-components";
import { PickOption } from "./pick-option";
import { type PickItem, type PickSearch, useOptions } from "./use-options";

export interface SearchOptionsProps {
  label: string;
  searchLabel: string;
  items: readonly PickItem[];
  /** Asks elsewhere for what is typed; without it, `items` are narrowed. */
  onSearch?: PickSearch;
  chosen: string | null;
  onChoose: (id: string | null) => void;
}

/** One of many, with a search among all of them; under titles where the items say to what they belong. */
export function SearchOptions(props: SearchOptionsProps) {
  const { label, searchLabel, items, onSearch, chosen, onChoose } = props;
  const t = useTranslations("ui.pick");
  const { text, search, options, state } = useOptions(items, onSearch);
  return (
    <Autocomplete inputValue={text} onInputChange={search}>
      <SearchField
        aria-label={searchLabel}
        autoFocus
        className="relative flex items-center border-b border-line"
      >
        <Search className="pointer-events-none absolute left-2.5 text-icon" />
        <Input
          placeholder={searchLabel}
          className="h-(--control-h) w-full bg-transparent pr-8 pl-8 outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        {state === "loading" ? <LoaderCircle className="absolute right-2.5 animate-spin text-icon" /> : null}
      </SearchField>
      <ListBox<Line>
        aria-label={label}
        items={inGroups(options)}
        selectionMode="single"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [id] = keys === "all" ? [] : [...keys].map(String);
          onChoose(id ?? null);
        }}
        className="max-h-72 overflow-y-auto p-1 outline-none"
        renderEmptyState={() => (
          <p className="px-2 py-1.5 text-ink-3">
            {t(state === "idle" ? "noMatch" : state === "failed" ? "failed" : "searching")}
          </p>
        )}
      >
        {(line) =>
          "items" in line ? (
            <ListBoxSection id={line.id}>
              <Header className="px-2 pt-2 pb-1 text-xs font-medium text-ink-3">{line.title}</Header>
              <Collection items={line.items}>{(option) => <PickOption item={option} />}</Collection>
            </ListBoxSection>
          ) : (
            <PickOption item={line} />
          )
        }
      </ListBox>
    </Autocomplete>
  );
}

type Line = PickItem | { id: string; title: string; items: PickItem[] };

/** Items that follow one another in the same group, under its title. */
function inGroups(items: readonly PickItem[]): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (item.group === undefined) lines.push(item);
    else if (last && "items" in last && last.title === item.group) last.items.push(item);
    else lines.push({ id: `group ${item.id}`, title: item.group, items: [item] });
  }
  return lines;
}
