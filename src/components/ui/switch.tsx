import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { cx } from "./cx";

export interface SwitchProps
  extends Omit<
    ComponentProps<"input">,
    "type" | "role" | "className" | "children" | "checked" | "onChange" | "defaultChecked"
  > {
  isOn: boolean;
  /** What it gives back is waited for, where that takes time: until then the switch stands as it was pressed. */
  onSwitch: (on: boolean) => unknown;
  children: ReactNode;
  hint?: ReactNode;
  /** Fills its row, with the switch at the end. */
  block?: boolean;
}

/** A setting that takes effect at once. */
export function Switch({ isOn, onSwitch, children, hint, block, ...rest }: SwitchProps) {
  const id = useId();
  const [pressed, setPressed] = useState<{ on: boolean }>();

  // A state that comes from the server, or through a cache that tells later, would let it fall back for a moment.
  async function press(on: boolean) {
    const mine = { on };
    setPressed(mine);
    try {
      await onSwitch(on);
    } finally {
      setPressed((last) => (last === mine ? undefined : last));
    }
  }

  return (
    <label
      className={cx(
        "min-h-6 items-center text-sm pointer-coarse:min-h-11",
        block ? "flex flex-row-reverse justify-between gap-4" : "inline-flex gap-2",
      )}
    >
      <input
        {...rest}
        checked={pressed ? pressed.on : isOn}
        onChange={({ target: { checked } }) => void press(checked)}
        {...(hint ? { "aria-labelledby": `${id}-label`, "aria-describedby": `${id}-hint` } : {})}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox carries its own state
        role="switch"
        className="relative m-0 h-[1.125rem] w-[1.875rem] flex-none cursor-pointer appearance-none rounded-full bg-line-control after:absolute after:top-0.5 after:left-0.5 after:size-3.5 after:rounded-full after:bg-[#fff] after:transition-[left] after:duration-(--dur-1) checked:bg-brand-mark checked:after:left-3.5 checked:after:bg-surface disabled:cursor-not-allowed disabled:opacity-60 focus-visible:rounded-full"
      />
      {hint ? (
        <span className="min-w-0">
          <span id={`${id}-label`} className="block font-medium">
            {children}
          </span>
          <span id={`${id}-hint`} className="block text-ink-2">
            {hint}
          </span>
        </span>
      ) : (
        <span>{children}</span>
      )}
    </label>
  );
}
