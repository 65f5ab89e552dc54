import type { Area } from "../class-url";
import type { ClassDetail } from "../types";
import type { Ask } from "./asked";

/** What every part of a class's page is given. */
export interface TabProps {
  detail: ClassDetail;
  area: Area;
  now: Date;
  ask: Ask;
  /** Moves on with each thing done to people: what was selected for it is selected no longer. */
  round: number;
}
