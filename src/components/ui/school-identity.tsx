import { ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { Crest } from "./crest";
import { Menu } from "./menu";
import { RowButton } from "./row-button";

export interface SchoolIdentityProps {
  name: string;
  /** One line of meta: the year, the plan, the address. */
  detail?: ReactNode;
  /** The school's logo; the crest stands where there is none. */
  logoUrl?: string | null;
  /** `MenuItem`s for changing the place; without them the identity is not a button. */
  menu?: ReactNode;
  menuLabel?: string;
}

/** The school's crest and name at the head of the sidebar. */
export function SchoolIdentity({ name, detail, logoUrl, menu, menuLabel }: SchoolIdentityProps) {
  const face = (
    <>
      {logoUrl ? (
        // biome-ignore lint/performance/noImgElement: a signed address of our own, already of the right size
        <img src={logoUrl} alt="" className="size-8 flex-none object-contain" />
      ) : (
        <Crest name={name} />
      )}
      <span className="min-w-0 flex-1">
        <b className="block leading-[1.0625rem] text-balance">{name}</b>
        {detail ? <span className="block truncate text-xs text-ink-3">{detail}</span> : null}
      </span>
    </>
  );
  if (!menu) return <div className="flex min-h-11 items-center gap-2 px-2 py-1.5">{face}</div>;
  return (
    <Menu
      label={menuLabel ?? name}
      placement="bottom start"
      trigger={
        <RowButton>
          {face}
          <ChevronsUpDown className="size-3.5! text-ink-2" />
        </RowButton>
      }
    >
      {menu}
    </Menu>
  );
}
