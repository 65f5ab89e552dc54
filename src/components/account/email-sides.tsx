import { Circle, CircleCheck } from "lucide-react";

export interface EmailSidesProps {
  sides: readonly { label: string; confirmed: boolean }[];
  confirmed: string;
  missing: string;
}

/** Both addresses of a change, and which of them has confirmed. */
export function EmailSides({ sides, confirmed, missing }: EmailSidesProps) {
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {sides.map((side) => (
        <li
          key={side.label}
          className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-2 sm:grid-cols-[auto_minmax(0,1fr)_auto]"
        >
          {side.confirmed ? (
            <CircleCheck className="mt-0.5 text-success" />
          ) : (
            <Circle className="mt-0.5 text-icon" />
          )}
          <span className="[overflow-wrap:anywhere]">{side.label}</span>
          <span
            className={
              side.confirmed ? "text-success-text max-sm:col-start-2" : "text-ink-3 max-sm:col-start-2"
            }
          >
            {side.confirmed ? confirmed : missing}
          </span>
        </li>
      ))}
    </ul>
  );
}
