import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { ClassMark } from "@/components/classes/class-mark";
import { RouteLink } from "@/components/ui/route-link";
import { Section } from "@/components/ui/section";

/** The classes of a home page. */
export function ClassRows({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <Section title={title} meta={count}>
      <ul className="divide-y divide-line border-y border-line">{children}</ul>
    </Section>
  );
}

export interface ClassRowProps {
  name: string;
  meta: string;
  /** The class's page, where there is one for this person. */
  href?: string;
  children?: ReactNode;
}

/** One class: its name, a line of meta, and what is said at the right. */
export function ClassRow({ name, meta, href, children }: ClassRowProps) {
  return (
    <li className="relative flex min-h-14 items-center gap-x-3 py-2">
      <ClassMark name={name} />
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
        <span className="min-w-0 flex-[1_1_12rem]">
          {href ? (
            <RouteLink
              href={href}
              className="block truncate font-medium after:absolute after:inset-0 hover:underline hover:underline-offset-3"
            >
              {name}
            </RouteLink>
          ) : (
            <b className="block truncate font-medium">{name}</b>
          )}
          <span className="block text-xs text-ink-3">{meta}</span>
        </span>
        {children ? <span className="text-sm text-ink-2 tabular-nums">{children}</span> : null}
      </span>
      {href ? <ChevronRight className="flex-none text-icon" /> : null}
    </li>
  );
}
