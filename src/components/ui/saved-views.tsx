"use client";

import { Ellipsis, Pencil, Trash2, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Menu, MenuItem, MenuSeparator } from "./menu";
import { PressButton } from "./press-button";
import { RouteLink } from "./route-link";
import { RenameView, SaveView } from "./save-view";
import { TAB, type TabItem, Tabs } from "./tabs";
import { useAlive } from "./use-alive";

export interface SavedView {
  id: string;
  name: string;
  href: string;
  current: boolean;
  count?: ReactNode;
  /** Saved by this person, who alone may change it. */
  own: boolean;
  /** Everyone in the school who sees this list sees it. */
  shared: boolean;
}

export interface SavedViewsProps {
  label: string;
  /** Views that are always there. */
  builtIn: readonly TabItem[];
  views: readonly SavedView[];
  /** The list shows something that no view holds yet. */
  canSave: boolean;
  /** Resolves when it is saved; a rejection keeps the form open and is told there. */
  onSave: (view: { name: string; shared: boolean }) => Promise<unknown>;
  onRename: (id: string, name: string) => Promise<unknown>;
  onShare: (id: string, shared: boolean) => void;
  onDelete: (id: string) => void;
}

/** Ways to look at a list as tabs: those that are always there, then the saved ones, then "Save view". */
export function SavedViews(props: SavedViewsProps) {
  const { label, builtIn, views, canSave, onSave, onRename, onShare, onDelete } = props;
  // The code of this part comes late: what answers to a press stands here no sooner.
  const alive = useAlive();
  return (
    <Tabs label={label} items={builtIn}>
      {views.map((view) => (
        <ViewTab key={view.id} view={view} onRename={onRename} onShare={onShare} onDelete={onDelete} />
      ))}
      {alive && canSave ? <SaveView onSave={onSave} /> : null}
    </Tabs>
  );
}

interface ViewTabProps extends Pick<SavedViewsProps, "onRename" | "onShare" | "onDelete"> {
  view: SavedView;
}

function ViewTab({ view, onRename, onShare, onDelete }: ViewTabProps) {
  const t = useTranslations("ui.views");
  const trigger = useRef<HTMLButtonElement>(null);
  const [renaming, setRenaming] = useState(false);
  const renamed = useRef(false);
  // The menu item that had the focus before the dialog is gone: it returns to the menu's button.
  useEffect(() => {
    if (renamed.current && !renaming) trigger.current?.focus();
    renamed.current = renaming;
  }, [renaming]);
  return (
    <span className="flex flex-none items-center">
      <RouteLink
        href={view.href}
        scroll={false}
        aria-current={view.current ? "page" : undefined}
        className={TAB}
      >
        {view.shared ? <Users aria-label={t("shared")} role="img" className="size-3.5! text-icon" /> : null}
        {view.name}
        {view.count === undefined ? null : <span className="font-body text-xs text-ink-3">{view.count}</span>}
      </RouteLink>
      {view.own ? (
        <Menu
          label={t("actions", { name: view.name })}
          placement="bottom start"
          trigger={
            <PressButton
              ref={trigger}
              aria-label={t("actions", { name: view.name })}
              className="ml-0.5 grid size-6 place-items-center rounded-sm text-icon -outline-offset-2! hover:bg-hover hover:text-ink pointer-coarse:size-11"
            >
              <Ellipsis className="size-3.5!" />
            </PressButton>
          }
        >
          <MenuItem icon={<Pencil />} onAction={() => setRenaming(true)}>
            {t("rename")}
          </MenuItem>
          <MenuItem icon={<Users />} onAction={() => onShare(view.id, !view.shared)}>
            {t(view.shared ? "unshare" : "share")}
          </MenuItem>
          <MenuSeparator />
          <MenuItem danger icon={<Trash2 />} onAction={() => onDelete(view.id)}>
            {t("delete")}
          </MenuItem>
        </Menu>
      ) : null}
      {renaming ? (
        <RenameView
          name={view.name}
          onRename={(name) => onRename(view.id, name)}
          onClose={() => setRenaming(false)}
        />
      ) : null}
    </span>
  );
}
