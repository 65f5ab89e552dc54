"use client";

import { type CalendarDate, parseDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import type { Ref } from "react";
import {
  DatePicker as AriaDatePicker,
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from "react-aria-components";
import { oneOf } from "@/lib/one-of";
import { AriaField, ariaFieldClass } from "./aria-field";
import type { FieldLabels } from "./field";

export interface DateFieldProps extends FieldLabels {
  /** A day as "YYYY-MM-DD"; empty or null for none. */
  value: string | null;
  /** Gets "YYYY-MM-DD", or "" while no whole day is written. */
  onChange: (value: string) => void;
  /** The first and the last day that may be chosen, as "YYYY-MM-DD". */
  min?: string;
  max?: string;
  disabled?: boolean;
  name?: string;
  onBlur?: () => void;
  ref?: Ref<HTMLElement>;
  className?: string;
}

/** A day that is no "YYYY-MM-DD" is none. */
function dayOf(text: string | null | undefined): CalendarDate | null {
  if (!text) return null;
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}

const WEEK_STARTS = ["mon", "sun", "sat"] as const;

/** The day that weeks begin with on this page (`data-week-start` of `<html>`), else as the language has it. */
function weekStart() {
  return oneOf(WEEK_STARTS, document.documentElement.dataset.weekStart);
}

const STEP =
  "grid size-7 place-items-center rounded-md text-icon hover:bg-hover disabled:opacity-40 pointer-coarse:size-11";

/** The body of `DateField`, with its calendar. */
export default function DatePicker(props: DateFieldProps) {
  const { value, onChange, min, max, disabled, name, onBlur, ref, className } = props;
  return (
    <AriaDatePicker
      className={ariaFieldClass(className)}
      name={name}
      value={dayOf(value)}
      onChange={(day) => onChange(day?.toString() ?? "")}
      minValue={dayOf(min) ?? undefined}
      maxValue={dayOf(max) ?? undefined}
      granularity="day"
      shouldForceLeadingZeros
      isDisabled={disabled}
      isInvalid={Boolean(props.error)}
      validationBehavior="aria"
      onBlur={onBlur}
    >
      <AriaField {...props}>
        <Group className="control flex items-center pr-1! has-[[role=spinbutton]:focus-visible]:outline-2 has-[[role=spinbutton]:focus-visible]:outline-offset-2 has-[[role=spinbutton]:focus-visible]:outline-focus-ring">
          <DateInput ref={ref as Ref<HTMLDivElement>} className="flex min-w-0 flex-1 tabular-nums">
            {(segment) => (
              <DateSegment
                segment={segment}
                className="rounded-xs px-px outline-none placeholder-shown:text-ink-3 focus:bg-brand-solid focus:text-brand-fg disabled:text-ink-3"
              />
            )}
          </DateInput>
          <Button className="grid size-6 pointer-coarse:size-10 flex-none place-items-center rounded-sm text-icon hover:bg-hover disabled:opacity-60">
            <CalendarDays />
          </Button>
        </Group>
      </AriaField>
      <Popover offset={4} className="pop rounded-lg bg-raised text-sm text-ink shadow-2">
        <Dialog className="p-3 outline-none">
          <Calendar firstDayOfWeek={weekStart()}>
            <header className="mb-2 flex items-center gap-1">
              <Heading className="min-w-0 flex-1 pl-1 text-sm" />
              <Button slot="previous" className={STEP}>
                <ChevronLeft />
              </Button>
              <Button slot="next" className={STEP}>
                <ChevronRight />
              </Button>
            </header>
            <CalendarGrid className="border-separate border-spacing-0.5">
              <CalendarGridHeader>
                {(day) => (
                  <CalendarHeaderCell className="h-6 text-xs font-medium text-ink-3">
                    {day}
                  </CalendarHeaderCell>
                )}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => (
                  <CalendarCell
                    date={date}
                    className="grid size-8 cursor-pointer place-items-center rounded-md outline-none hover:bg-hover focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-focus-ring disabled:cursor-not-allowed disabled:text-ink-3 disabled:opacity-60 selected:bg-brand-solid selected:text-brand-fg data-outside-month:hidden data-today:font-strong data-today:not-selected:text-brand-text data-unavailable:line-through pointer-coarse:size-11"
                  />
                )}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </AriaDatePicker>
  );
}
