"use client";

import { Check } from "lucide-react";
import { createContext, use } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Separator as AriaSeparator,
  Header,
  Popover,
} from "react-aria-components";
import { cx } from "./cx";
import { type MenuItemProps, type MenuLook, MenuParts, type MenuSectionProps } from "./menu-parts";
import type { Popup } from "./use-popup";

export interface MenuBodyProps extends MenuLook {
  popup: Popup;
}

/** The list that a menu opens. */
export default function MenuBody({ popup, label, head, placement, children }: MenuBodyProps) {
  return (
    <Popover
      triggerRef={popup.triggerRef}
      isOpen={popup.open}
      onOpenChange={popup.setOpen}
      placement={placement}
      offset={4}
      className="pop max-h-96 min-w-56 overflow-y-auto rounded-lg bg-raised text-sm text-ink shadow-2"
    >
      {head ? <p className="px-3 pt-3 pb-1 text-xs text-ink-3">{head}</p> : null}
      <MenuParts value={PARTS}>
        <OpenerContext value={popup.triggerRef}>
          <AriaMenu
            aria-label={label}
            autoFocus="first"
            onClose={() => popup.setOpen(false)}
            className="p-1 outline-none"
          >
            {children}
          </AriaMenu>
        </OpenerContext>
      </MenuParts>
    </Popover>
  );
}

const OpenerContext = createContext<Popup["triggerRef"]>({ current: null });

const FRAMES = 30;

/**
 * Acts once the button that opened the menu has the focus back: the page is inert until the menu is gone, and a dialog
 * that opens before that has nowhere to give the focus back to.
 */
function actFrom(opener: HTMLElement | null, act: () => void, frames = FRAMES) {
  if (opener?.closest("[inert]") && frames > 0) requestAnimationFrame(() => actFrom(opener, act, frames - 1));
  else {
    opener?.focus();
    act();
  }
}

function Item(props: MenuItemProps) {
  const { children, icon, aside, disabled, danger, textValue, onAction, ...rest } = props;
  const opener = use(OpenerContext);
  return (
    <AriaMenuItem
      {...rest}
      onAction={onAction && (() => actFrom(opener.current, onAction))}
      isDisabled={disabled}
      textValue={textValue ?? (typeof children === "string" ? children : undefined)}
      className={cx(
        "flex min-h-[1.875rem] cursor-pointer items-center gap-2.5 rounded-sm px-2 outline-none pointer-coarse:min-h-11",
        "focus:bg-hover disabled:cursor-not-allowed disabled:text-ink-3",
        danger ? "text-danger-text" : "[&>svg]:text-icon",
      )}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {selectionMode === "none" ? icon : isSelected ? <Check /> : <span className="size-4 flex-none" />}
          <span className="min-w-0 truncate">{children}</span>
          {aside ? <span className="ml-auto pl-4 text-xs whitespace-nowrap text-ink-3">{aside}</span> : null}
        </>
      )}
    </AriaMenuItem>
  );
}

function Section({ title, label, children, selected, onSelect }: MenuSectionProps) {
  return (
    <AriaMenuSection
      aria-label={title ? undefined : label}
      selectionMode={onSelect ? "single" : undefined}
      disallowEmptySelection={onSelect ? true : undefined}
      selectedKeys={selected === undefined ? undefined : [selected]}
      onSelectionChange={(keys) => {
        const first = keys === "all" ? undefined : [...keys][0];
        if (first !== undefined) onSelect?.(String(first));
      }}
    >
      {title ? <Header className="p-2 text-xs text-ink-3">{title}</Header> : null}
      {children}
    </AriaMenuSection>
  );
}

function Separator() {
  return <AriaSeparator className="-mx-1 my-1 border-t border-line" />;
}

const PARTS = { Item, Section, Separator };
