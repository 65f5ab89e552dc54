"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { AriaProvider } from "./aria-provider";
import { cx } from "./cx";
import { Kbd } from "./kbd";
import { MatchedText } from "./matched-text";

export interface Command {
  id: string;
  label: string;
  /** The language of the label, where it is not the page's. */
  lang?: string;
  /** An icon or an avatar. */
  lead: ReactNode;
  /** Meta at the right. */
  meta?: ReactNode;
  /** The keys that do the same. */
  keys?: readonly string[];
}

export interface CommandGroup {
  title: string;
  commands: readonly Command[];
}

export interface CommandPaletteProps {
  open: boolean;
  onClose: () => void;
  /** The name of the dialog and of its field. */
  label: string;
  placeholder: string;
  query: string;
  onQuery: (query: string) => void;
  groups: readonly CommandGroup[];
  /** Stands where there is nothing to choose from. */
  empty: ReactNode;
  /** What the list lacks, and why. */
  note?: ReactNode;
  /** What has changed, for who does not see it: how many were found. */
  status: string;
  /** More is on its way. */
  busy: boolean;
  /** Hints at the foot. */
  foot: ReactNode;
  /** `aside` where it was chosen with Control or Command. */
  onChoose: (id: string, aside: boolean) => void;
}

/** A field above everything that finds places, things and actions; the keyboard stays in the field. */
export function CommandPalette(props: CommandPaletteProps) {
  const { open, onClose, label } = props;
  return (
    <AriaProvider>
      <ModalOverlay
        isDismissable
        isOpen={open}
        onOpenChange={(isOpen) => isOpen || onClose()}
        className="fade fixed inset-0 z-(--z-dialog) flex items-start justify-center bg-scrim sm:px-4"
      >
        <Modal className="rise flex w-full flex-col overflow-hidden bg-raised text-ink shadow-3 max-sm:h-dvh sm:mt-[14vh] sm:max-h-[min(31rem,calc(86dvh-1rem))] sm:max-w-[38rem] sm:rounded-xl">
          <Dialog aria-label={label} className="flex min-h-0 flex-1 flex-col outline-none">
            <Content {...props} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </AriaProvider>
  );
}

function Content(props: CommandPaletteProps) {
  const { open, onClose, label, placeholder, query, onQuery, groups, empty, note, status, busy } = props;
  const { foot, onChoose } = props;
  const t = useTranslations("ui");
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  // Also where it is opened again on its way out, when nothing mounts anew.
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  const [moved, setMoved] = useState<string>();
  const commands = groups.flatMap((group) => group.commands);
  // The first one, until somebody moves; what they moved to stays while more comes in above it.
  const active = commands.find(({ id }) => id === moved) ?? commands[0];
  const optionId = (id: string) => `${listId}-${id}`;

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && commands.length > 0) {
      event.preventDefault();
      const at = active ? commands.indexOf(active) : -1;
      setMoved(commands[(at + step + commands.length) % commands.length]?.id);
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      onChoose(active.id, event.ctrlKey || event.metaKey);
    }
  }

  return (
    <>
      <div className="flex h-[3.25rem] flex-none items-center gap-3 border-b border-line px-4">
        <Search className="size-5 text-icon" />
        <input
          ref={field}
          role="combobox"
          aria-label={label}
          aria-expanded={commands.length > 0}
          aria-controls={commands.length > 0 ? listId : undefined}
          aria-haspopup="listbox"
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(active.id)}
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setMoved(undefined);
            onQuery(event.target.value);
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={100}
          className="min-w-0 flex-1 bg-transparent text-lg outline-none"
        />
        <button
          type="button"
          aria-label={t("close")}
          onClick={onClose}
          className="grid min-h-6 min-w-6 place-items-center rounded-sm text-icon hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          <X className="sm:hidden" />
          <Kbd className="max-sm:hidden">Esc</Kbd>
        </button>
      </div>
      {active ? (
        <div
          id={listId}
          role="listbox"
          aria-label={label}
          aria-busy={busy}
          tabIndex={-1}
          className="min-h-0 flex-1 scroll-py-2 overflow-y-auto p-2 text-sm"
        >
          {groups.map((group, index) => (
            <Options
              key={group.title}
              group={group}
              titleId={`${listId}-title-${index}`}
              query={query}
              active={active.id}
              optionId={optionId}
              onMove={setMoved}
              onChoose={onChoose}
            />
          ))}
        </div>
      ) : (
        <p className="flex-1 p-8 text-center text-sm text-ink-2 [overflow-wrap:anywhere]">{empty}</p>
      )}
      {note ? <p className="flex-none px-4 pb-3 text-xs text-ink-3">{note}</p> : null}
      <p role="status" className="sr-only">
        {status}
      </p>
      <div className="flex flex-none flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-xs text-ink-3 pointer-coarse:hidden">
        {foot}
      </div>
    </>
  );
}

interface OptionsProps extends Pick<CommandPaletteProps, "query" | "onChoose"> {
  group: CommandGroup;
  titleId: string;
  active: string;
  optionId: (id: string) => string;
  onMove: (id: string) => void;
}

function Options({ group, titleId, query, active, optionId, onMove, onChoose }: OptionsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
    <div role="group" aria-labelledby={titleId}>
      <div id={titleId} role="presentation" className="p-2 text-xs text-ink-3">
        {group.title}
      </div>
      {group.commands.map((command) => (
        <Option
          key={command.id}
          id={optionId(command.id)}
          command={command}
          query={query}
          selected={command.id === active}
          onMove={onMove}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface OptionProps extends Pick<OptionsProps, "query" | "onMove" | "onChoose"> {
  id: string;
  command: Command;
  selected: boolean;
}

function Option({ id, command, query, selected, onMove, onChoose }: OptionProps) {
  useEffect(() => {
    if (selected) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [selected, id]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here
    <div
      id={id}
      role="option"
      aria-selected={selected}
      // Moving, not entering: the list also scrolls below a pointer that rests.
      onPointerMove={() => selected || onMove(command.id)}
      onClick={(event) => onChoose(command.id, event.ctrlKey || event.metaKey)}
      className={cx(
        "relative flex min-h-[1.875rem] cursor-pointer items-center gap-2.5 rounded-sm px-2 pointer-coarse:min-h-11",
        selected &&
          "bg-press before:absolute before:inset-y-1 before:-left-2 before:w-[3px] before:rounded-r-[2px] before:bg-brand-mark",
      )}
    >
      <span className="grid size-[1.375rem] flex-none place-items-center [&>svg]:text-icon">
        {command.lead}
      </span>
      <span lang={command.lang} className="min-w-0 flex-[1_0_auto] truncate max-w-[75%]">
        <MatchedText text={command.label} query={query} />
      </span>
      {command.meta ? (
        <span className="ml-auto min-w-0 truncate pl-4 text-xs text-ink-3">{command.meta}</span>
      ) : null}
      {command.keys ? (
        <span aria-hidden="true" className="ml-auto flex gap-1 pl-4 pointer-coarse:hidden">
          {command.keys.map((key) => (
            <Kbd key={key}>{key.toUpperCase()}</Kbd>
          ))}
        </span>
      ) : null}
    </div>
  );
}
