"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cx } from "./cx";
import { Kbd } from "./kbd";
import { useSingleKeys } from "./single-keys";

export interface SearchFieldProps {
  label: string;
  placeholder?: string;
  /** What is searched for now, usually from the address. */
  value: string;
  /** Called when typing rests, on Enter, and on clearing. */
  onSearch: (value: string) => void;
  /** Milliseconds of rest before a search. */
  delay?: number;
  /** The key that leads here from anywhere on the page; none with null, as for a second field of a page. */
  shortcut?: string | null;
  className?: string;
}

/** A search box that follows the typing; the shell's shortcut `/` leads to it. */
export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, value, onSearch, delay = 250, shortcut = "/", className } = props;
  const t = useTranslations("ui");
  const input = useRef<HTMLInputElement>(null);
  const singleKeys = useSingleKeys();
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The address may change without us (Back, "Clear filters"): follow it, but never over fresh typing.
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(next: string, wait: number) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (sent.current === next) return;
      sent.current = next;
      onSearch(next);
    }, wait);
  }

  return (
    <search className={cx("relative flex min-w-0 items-center", className ?? "w-full sm:w-68")}>
      <Search className="pointer-events-none absolute left-2.5 text-icon" />
      <input
        ref={input}
        type="search"
        data-shortcut={shortcut ?? undefined}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => search(event.target.value, delay)}
        onKeyDown={(event) => {
          if (event.key === "Enter") search(text, 0);
          if (event.key === "Escape" && text) {
            event.stopPropagation();
            search("", 0);
          }
        }}
        className="control pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden"
      />
      {text ? (
        <button
          type="button"
          aria-label={t("clearSearch")}
          onClick={() => {
            search("", 0);
            input.current?.focus();
          }}
          className="absolute right-1 grid size-6 place-items-center rounded-sm text-icon hover:bg-hover hover:text-ink"
        >
          <X className="size-3.5!" />
        </button>
      ) : shortcut === null || !singleKeys ? null : (
        <span aria-hidden="true" className="absolute right-2 max-sm:hidden">
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </search>
  );
}
