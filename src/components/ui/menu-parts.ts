"use client";

import { type ComponentType, createContext, type ReactNode } from "react";

/** What an open menu shows. */
export interface MenuLook {
  /** The name of the menu for assistive technology. */
  label: string;
  /** `MenuItem`, `MenuSection` and `MenuSeparator`. */
  children: ReactNode;
  placement?: "bottom start" | "bottom end" | "top start" | "top end";
  /** One line of meta above the items, such as the account's address. */
  head?: ReactNode;
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

export interface MenuSectionProps {
  title?: string;
  /** The name of a section that shows no title. */
  label?: string;
  children: ReactNode;
  /** Makes the items a choice: one of them carries a check mark. */
  selected?: string;
  onSelect?: (id: string) => void;
}

/** What the parts of a menu are drawn with, once it is here. */
export const MenuParts = createContext<{
  Item: ComponentType<MenuItemProps>;
  Section: ComponentType<MenuSectionProps>;
  Separator: ComponentType;
} | null>(null);
