"use client";

import { type ReactNode, Suspense, use } from "react";
import { lazyAria } from "./lazy-aria";
import { type MenuItemProps, type MenuLook, MenuParts, type MenuSectionProps } from "./menu-parts";
import { TriggerContext } from "./trigger-context";
import { usePopup } from "./use-popup";

const loadMenu = () => import("./menu-body");
const MenuBody = lazyAria(loadMenu);

export interface MenuProps extends MenuLook {
  /** A `Button`, an `IconButton`, a `RowButton` or a `PressButton`. */
  trigger: ReactNode;
}

/** A button that opens a list of actions; the list is fetched when a press is near. */
export function Menu({ label, trigger, children, placement = "bottom end", head }: MenuProps) {
  const popup = usePopup("menu", loadMenu);
  return (
    <>
      <TriggerContext value={popup.trigger}>{trigger}</TriggerContext>
      {popup.used ? (
        <Suspense fallback={null}>
          <MenuBody popup={popup} label={label} placement={placement} head={head}>
            {children}
          </MenuBody>
        </Suspense>
      ) : null}
    </>
  );
}

/** One action, or one place to go to, in a `Menu`. */
export function MenuItem(props: MenuItemProps) {
  const parts = use(MenuParts);
  return parts ? <parts.Item {...props} /> : null;
}

/** A titled group of menu items, also a choice between them. */
export function MenuSection(props: MenuSectionProps) {
  const parts = use(MenuParts);
  return parts ? <parts.Section {...props} /> : null;
}

/** A hairline between groups of menu items. */
export function MenuSeparator() {
  const parts = use(MenuParts);
  return parts ? <parts.Separator /> : null;
}
