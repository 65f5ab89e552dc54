"use client";

import { LoaderCircle, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Autocomplete, Input, ListBox, SearchField } from "react-aria-components";
import { PickOption } from "@/components/ui/pick-option";
import { type PickItem, type PickSearch, useOptions } from "@/components/ui/use-options";

export interface SearchOptionsProps {
  label: string;
  searchLabel: string;
  items: readonly PickItem[];
  onSearch: PickSearch;
  chosen: string | null;
  onChoose: (id: string | null) => void;
}

/** One of many, with a search among all of them. */
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
      <ListBox<PickItem>
        aria-label={label}
        items={options}
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
        {(option) => <PickOption item={option} />}
      </ListBox>
    </Autocomplete>
  );
}
