import type { ReactNode } from "react";
import { cx } from "./cx";

export type DrawingName =
  | "people"
  | "invitations"
  | "search"
  | "door"
  | "closed"
  | "classroom"
  | "seats"
  | "trouble";

const SMALL = "0 0 144 96";
const LARGE = "0 0 240 160";

const DRAWINGS: Record<DrawingName, { box: string; art: ReactNode }> = {
  people: {
    box: SMALL,
    art: (
      <>
        <path className="s" d="M22 28h100v34H22z" />
        <path d="M22 28h100v34H22zM8 80h128" />
        <path d="M34 80V70h20v10M62 80V70h20v10M90 80V70h20v10" />
        <circle className="w" cx="44" cy="58" r="7" />
        <circle className="w" cx="72" cy="58" r="7" />
        <circle className="w b" cx="100" cy="58" r="7" />
        <path className="b" d="M34 40h38" />
      </>
    ),
  },
  invitations: {
    box: SMALL,
    art: (
      <>
        <path className="s" d="M34 34h76v44H34z" />
        <path d="M34 34h76v44H34zM34 34l38 26 38-26M8 78h128" />
        <path d="M48 22h48M56 12h32" />
        <circle className="w b" cx="110" cy="34" r="9" />
        <path className="b" d="M110 30v8M106 34h8" />
      </>
    ),
  },
  search: {
    box: SMALL,
    art: (
      <>
        <rect className="s" x="26" y="14" width="72" height="64" rx="3" />
        <rect x="26" y="14" width="72" height="64" rx="3" />
        <path d="M26 29h72M38 41h34M38 52h24M38 63h28M38 21.500h10" />
        <circle className="w b" cx="94" cy="56" r="15" />
        <path className="b" d="M105 67l14 14" />
      </>
    ),
  },
  door: {
    box: LARGE,
    art: (
      <>
        <path className="s" d="M88 18h66v122H88z" />
        <path d="M88 18h66v122H88zM16 140h208M100 32h42v40h-42zM121 32v40M100 52h42" />
        <path className="w" d="M168 46h38v18h-38z" />
        <path className="b" d="M175 55h24" />
        <circle className="w b" cx="144" cy="92" r="4" />
        <path d="M30 140v-26h34v26M26 114h42M36 114v-8h22v8" />
        <path d="M186 140v-20h24v20M198 120v-22M198 108c-7-1-11-6-11-13M198 112c7-1 11-6 11-13" />
      </>
    ),
  },
  closed: {
    box: LARGE,
    art: (
      <>
        <path className="s" d="M24 84h84v10H24zM132 84h84v10h-84z" />
        <path d="M24 84h84v10H24zM132 84h84v10h-84zM34 94v46M98 94v46M142 94v46M206 94v46M10 140h220" />
        <path
          className="b"
          d="M48 84h36M48 84V72h36v12M54 72V44M78 72V44M156 84h36M156 84V72h36v12M162 72V44M186 72V44"
        />
        <circle className="w" cx="120" cy="30" r="13" />
        <path d="M120 22v8l5 4" />
      </>
    ),
  },
  classroom: {
    box: LARGE,
    art: (
      <>
        <path className="s" d="M44 26h152v56H44z" />
        <path d="M44 26h152v56H44zM52 82v6h136v-6M12 140h216" />
        <path className="b" d="M60 44h46M60 58h28" />
        <path d="M40 140v-22M92 140v-22M32 118h68M148 140v-22M200 140v-22M140 118h68" />
        <path d="M52 118v-10h28v10M160 118v-10h28v10M58 108V96M74 108V96M166 108V96M182 108V96" />
      </>
    ),
  },
  seats: {
    box: SMALL,
    art: (
      <>
        <path className="s" d="M30 40h34v14H30zM84 40h34v14H84z" />
        <path d="M30 40h34v14H30zM84 40h34v14H84zM36 54v26M58 54v26M90 54v26M112 54v26M18 80h108" />
        <path className="b" d="M36 66h22M90 66h22M40 40V26h14v14M94 40V26h14v14" />
      </>
    ),
  },
  trouble: {
    box: SMALL,
    art: (
      <>
        <path className="s" d="M30 22h84v44H30z" />
        <path d="M30 22h84v44H30zM44 66l-8 16M100 66l8 16M8 82h128" />
        <path d="M46 36h22M46 46h14" />
        <path className="b" d="M80 54l20-20M80 34l20 20" />
      </>
    ),
  },
};

export interface DrawingProps {
  name: DrawingName;
  /** Whole pages show it at 240 px, states inside a page at 144. */
  large?: boolean;
}

/** A line drawing of a school object that says what state this is. */
export function Drawing({ name, large }: DrawingProps) {
  const { box, art } = DRAWINGS[name];
  return (
    <svg viewBox={box} aria-hidden="true" className={cx("art", large && "w-60!")}>
      {art}
    </svg>
  );
}
