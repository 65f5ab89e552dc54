import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { Avatar } from "./avatar";
import { Menu } from "./menu";
import { RowButton } from "./row-button";

export interface UserMenuProps {
  /** The accessible name of the menu, such as "Your account". */
  label: string;
  name: string;
  /** The role, or what else says who this is here. */
  detail: ReactNode;
  email?: string;
  photoUrl?: string | null;
  /** `MenuItem`, `MenuSection` and `MenuSeparator`. */
  children: ReactNode;
}

/** The signed-in person at the foot of the sidebar, with what belongs to the account. */
export function UserMenu({ label, name, detail, email, photoUrl, children }: UserMenuProps) {
  return (
    <Menu
      label={label}
      head={email}
      placement="top start"
      trigger={
        <RowButton>
          <Avatar name={name} src={photoUrl} tint="plain" />
          <span className="min-w-0 flex-1">
            <b className="block truncate font-medium">{name}</b>
            <span className="block truncate text-xs text-ink-3">{detail}</span>
          </span>
          <Ellipsis className="text-ink-2" />
        </RowButton>
      }
    >
      {children}
    </Menu>
  );
}
