"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { TrendRange } from "@/domain/dashboard";

export interface RangeSwitchProps {
  label: string;
  range: TrendRange;
  options: readonly { value: TrendRange; label: string }[];
}

/** How far back the charts go; the address says it. */
export function RangeSwitch({ label, range, options }: RangeSwitchProps) {
  const router = useRouter();
  const [, start] = useTransition();
  const [shown, show] = useOptimistic(range);
  return (
    <SegmentedControl
      label={label}
      options={options}
      value={shown}
      onChange={(value) =>
        start(() => {
          show(value);
          router.replace(`/org-admin?range=${value}`, { scroll: false });
        })
      }
    />
  );
}
