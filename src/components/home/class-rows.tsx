import { Shapes } from "lucide-react";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";

/** The classes of a home page. */
export function ClassRows({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <Section title={title} meta={count}>
      <ul className="divide-y divide-line border-y border-line">{children}</ul>
    </Section>
  );
}

/** One class: its name, a line of meta, and what is said at the right. */
export function ClassRow({ name, meta, children }: { name: string; meta: string; children?: ReactNode }) {
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <Shapes className="text-icon" />
      <span className="min-w-0 flex-[1_1_12rem]">
        <b className="block truncate font-medium">{name}</b>
        <span className="block text-xs text-ink-3">{meta}</span>
      </span>
      {children ? <span className="text-sm text-ink-2 tabular-nums">{children}</span> : null}
    </li>
  );
}
