import type { ComponentProps, ReactNode } from "react";

export interface SwitchProps
  extends Omit<ComponentProps<"input">, "type" | "role" | "className" | "children"> {
  children: ReactNode;
}

/** A setting that takes effect at once. */
export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <label className="inline-flex min-h-6 items-center gap-2 text-sm pointer-coarse:min-h-11">
      <input
        {...rest}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox carries its own state
        role="switch"
        className="relative m-0 h-[1.125rem] w-[1.875rem] flex-none cursor-pointer appearance-none rounded-full bg-line-control after:absolute after:top-0.5 after:left-0.5 after:size-3.5 after:rounded-full after:bg-[#fff] after:transition-[left] after:duration-(--dur-1) checked:bg-brand-mark checked:after:left-3.5 checked:after:bg-surface disabled:cursor-not-allowed disabled:opacity-60 focus-visible:rounded-full"
      />
      <span>{children}</span>
    </label>
  );
}
