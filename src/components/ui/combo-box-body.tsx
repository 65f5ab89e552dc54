"use client";

import { ChevronsUpDown, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useContext, useState } from "react";
import {
  ComboBox as AriaComboBox,
  Button,
  ComboBoxStateContext,
  Input,
  ListBox,
  Popover,
} from "react-aria-components";
import { AriaField, ariaFieldClass } from "./aria-field";
import type { FieldLabels } from "./field";
import { PickOption } from "./pick-option";
import { type PickItem, type PickSearch, useOptions } from "./use-options";

export interface ComboBoxProps extends FieldLabels {
  items: readonly PickItem[];
  /** The id of what is chosen; null for nothing. */
  value: string | null;
  onChange: (id: string | null, item: PickItem | null) => void;
  /** Asks elsewhere for what is typed; `items` then show before anything is typed. */
  onSearch?: PickSearch;
  /** The chosen item, where `items` may not hold it. */
  chosen?: PickItem;
  placeholder?: string;
  disabled?: boolean;
  name?: string;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
  className?: string;
}

/** The combo box itself. */
export default function ComboBoxBody(props: ComboBoxProps) {
  const { items, value, onChange, onSearch, placeholder, disabled, name, onBlur, ref, className } = props;
  const t = useTranslations("ui.pick");
  const [picked, setPicked] = useState<PickItem>();
  const known = [props.chosen, picked, ...items].find((item) => item?.id === value);
  const { options, search, state } = useOptions(items, onSearch);
  const [text, setText] = useState(known?.label ?? "");
  const [shownFor, setShownFor] = useState(value);
  // The value may change from outside (a reset form): the words follow it.
  if (shownFor !== value) {
    setShownFor(value);
    setText(known?.label ?? "");
  }

  // Leaving or Escape asks for what is chosen already: what was typed beside it goes.
  function choose(id: string | null) {
    const item = (id === value ? known : options.find((option) => option.id === id)) ?? null;
    setText(item?.label ?? "");
    search("");
    if (id === value) return;
    if (item) setPicked(item);
    setShownFor(id);
    onChange(id, item);
  }

  return (
    <AriaComboBox
      className={ariaFieldClass(className)}
      name={name}
      isDisabled={disabled}
      isInvalid={Boolean(props.error)}
      items={options}
      allowsEmptyCollection
      menuTrigger="manual"
      value={value}
      onChange={(key) => choose(key === null ? null : String(key))}
      inputValue={text}
      onInputChange={(next) => {
        setText(next);
        search(next === known?.label ? "" : next);
        if (next === "" && value !== null) choose(null);
      }}
      onBlur={onBlur}
      validationBehavior="aria"
    >
      <AriaField {...props}>
        <div className="relative flex items-center">
          <OpeningInput ref={ref} placeholder={placeholder} />
          <Button className="absolute right-1 grid size-6 pointer-coarse:size-10 place-items-center rounded-sm text-icon hover:bg-hover disabled:opacity-60">
            {state === "loading" ? <LoaderCircle className="animate-spin" /> : <ChevronsUpDown />}
          </Button>
        </div>
      </AriaField>
      <Popover
        offset={4}
        className="pop w-(--trigger-width) overflow-y-auto rounded-lg bg-raised text-sm text-ink shadow-2"
      >
        <ListBox<PickItem>
          className="max-h-72 overflow-y-auto p-1 outline-none"
          renderEmptyState={() => (
            <p className="px-2 py-1.5 text-ink-3">
              {t(state === "idle" ? "noMatch" : state === "failed" ? "failed" : "searching")}
            </p>
          )}
        >
          {(item) => <PickOption item={item} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/**
 * Shows the options on typing and on a press. By itself React Aria shows them again whenever the words change, even on
 * Escape. A page that scrolls closes them: after a press they come with the next frame, when the page has told of the
 * scrolling that brought the field into view.
 */
function OpeningInput(props: { ref?: Ref<HTMLInputElement>; placeholder?: string }) {
  const state = useContext(ComboBoxStateContext);
  return (
    <Input
      {...props}
      onClick={() => requestAnimationFrame(() => state?.open(null, "manual"))}
      onInput={() => state?.open(null, "input")}
      className="control pr-8"
    />
  );
}
