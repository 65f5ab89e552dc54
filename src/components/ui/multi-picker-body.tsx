"use client";

import { LoaderCircle, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useId, useState } from "react";
import { Autocomplete, Input, ListBox, TextField } from "react-aria-components";
import { Button } from "./button";
import { cx } from "./cx";
import { type FieldLabels, FieldMessage } from "./field";
import { PickOption } from "./pick-option";
import { type PickItem, type PickSearch, useOptions } from "./use-options";

export interface MultiPickerProps extends FieldLabels {
  items: readonly PickItem[];
  /** The ids of what is picked. */
  value: readonly string[];
  onChange: (ids: string[]) => void;
  /** Asks elsewhere for what is typed; `items` then show before anything is typed. */
  onSearch?: PickSearch;
  /** Letters from which on `onSearch` is asked. */
  shortest?: number;
  placeholder?: string;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
  className?: string;
}

/** The picker itself. */
export default function MultiPickerBody(props: MultiPickerProps) {
  const { label, hint, error, optional, labelAside, hideLabel, items, value, onChange, onSearch } = props;
  const { shortest = 1, placeholder, disabled, ref, className } = props;
  const t = useTranslations("ui");
  const id = useId();
  const { text, search, options, state, waits } = useOptions(items, onSearch, shortest);
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  const nameOf = (key: string) => seen.get(key) ?? items.find((item) => item.id === key)?.label;
  const names = value.flatMap((key) => nameOf(key) ?? []);
  const shown = names.slice(0, 2).join(", ");
  const message = error ?? hint;

  function pick(keys: ReadonlySet<string>) {
    setSeen(new Map([...seen, ...options.map((option) => [option.id, option.label] as const)]));
    const visible = new Set(options.map((option) => option.id));
    const kept = value.filter((key) => keys.has(key) || !visible.has(key));
    onChange([...kept, ...[...keys].filter((key) => !value.includes(key))]);
  }

  return (
    <fieldset
      disabled={disabled}
      aria-labelledby={id}
      aria-describedby={message ? `${id}-message` : undefined}
      className={cx("grid min-w-0 grid-cols-1 content-start gap-1", className)}
    >
      <div className={hideLabel ? "sr-only" : "flex items-baseline gap-2 text-sm"}>
        <span id={id} className="font-medium">
          {label}
          {optional ? <span className="font-body text-ink-3"> {t("optional")}</span> : null}
        </span>
        {labelAside ? <span className="ml-auto">{labelAside}</span> : null}
      </div>
      <div
        className={cx(
          "overflow-clip rounded-md border bg-raised text-sm",
          error ? "border-danger" : "border-line-control",
        )}
      >
        <Autocomplete inputValue={text} onInputChange={search}>
          <TextField
            aria-labelledby={id}
            isDisabled={disabled}
            className="relative flex items-center border-b border-line"
          >
            <Search className="pointer-events-none absolute left-2.5 text-icon" />
            <Input
              ref={ref}
              // The list below is always open; a combobox is what reads its current line aloud.
              role="combobox"
              aria-expanded="true"
              placeholder={placeholder ?? t("pick.search")}
              aria-invalid={error ? true : undefined}
              className="control rounded-b-none! bg-transparent! pr-8 pl-8 shadow-none! -outline-offset-2!"
            />
            {state === "loading" ? (
              <LoaderCircle className="absolute right-2.5 animate-spin text-icon" />
            ) : null}
          </TextField>
          <ListBox<PickItem>
            aria-labelledby={id}
            items={options}
            selectionMode="multiple"
            selectedKeys={value}
            onSelectionChange={(keys) =>
              pick(new Set(keys === "all" ? options.map((option) => option.id) : [...keys].map(String)))
            }
            className="h-56 overflow-y-auto p-1 outline-none"
            renderEmptyState={() => (
              <p className="px-2 py-1.5 text-ink-3">
                {waits
                  ? t("pick.start", { count: shortest })
                  : t(`pick.${state === "idle" ? "noMatch" : state === "failed" ? "failed" : "searching"}`)}
              </p>
            )}
          >
            {(item) => <PickOption item={item} />}
          </ListBox>
        </Autocomplete>
        <div className="flex min-h-9 items-center gap-2 border-t border-line bg-sunken py-1 pr-1 pl-3">
          <p role="status" className="min-w-0 flex-1 truncate text-ink-2 tabular-nums">
            <b className="font-medium text-ink">{t("pick.count", { count: value.length })}</b>
            {names.length > 0 ? (
              <span aria-hidden="true" className="text-ink-3">
                {" · "}
                {names.length > 2 ? t("andMore", { shown, count: names.length - 2 }) : shown}
              </span>
            ) : null}
          </p>
          {value.length > 0 ? (
            <Button size="sm" variant="quiet" disabled={disabled} onPress={() => onChange([])}>
              {t("pick.clear")}
            </Button>
          ) : null}
        </div>
      </div>
      {message ? (
        <FieldMessage id={`${id}-message`} tone={error ? "error" : "hint"}>
          {message}
        </FieldMessage>
      ) : null}
    </fieldset>
  );
}
