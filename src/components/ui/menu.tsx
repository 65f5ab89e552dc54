"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
} from "react-aria-components";
import { cx } from "./cx";

export interface MenuProps {
  /** The name of the menu for assistive technology. */
  label: string;
  /** A `Button`, an `IconButton`, or a React Aria button. */
  trigger: ReactNode;
  children: ReactNode;
  placement?: PopoverProps["placement"];
  /** One line of meta above the items, such as the account's address. */
  head?: ReactNode;
}

/** A button that opens a list of actions. */
export function Menu({ label, trigger, children, placement = "bottom end", head }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover
        placement={placement}
        offset={4}
        className="pop max-h-96 min-w-56 overflow-y-auto rounded-lg bg-raised text-sm text-ink shadow-2"
      >
        {head ? <p className="px-3 pt-3 pb-1 text-xs text-ink-3">{head}</p> : null}
        <AriaMenu aria-label={label} className="p-1 outline-none">
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuItemProps {
  children: ReactNode;
  id?: string;
  icon?: ReactNode;
  /** Meta or a key at the right. */
  aside?: ReactNode;
  href?: string;
  onAction?: () => void;
  disabled?: boolean;
  danger?: boolean;
  /** Needed when the children are not plain text. */
  textValue?: string;
}

/** One action, or one place to go to, in a `Menu`. */
export function MenuItem(props: MenuItemProps) {
  const { children, icon, aside, disabled, danger, textValue, ...rest } = props;
  return (
    <AriaMenuItem
      {...rest}
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

export interface MenuSectionProps {
  title?: string;
  /** The name of a section that shows no title. */
  label?: string;
  children: ReactNode;
  /** Makes the items a choice: one of them carries a check mark. */
  selected?: string;
  onSelect?: (id: string) => void;
}

/** A titled group of menu items, also a choice between them. */
export function MenuSection({ title, label, children, selected, onSelect }: MenuSectionProps) {
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

/** A hairline between groups of menu items. */
export function MenuSeparator() {
  return <Separator className="-mx-1 my-1 border-t border-line" />;
}
