// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Switch } from "./switch";

vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);

let root: ReturnType<typeof createRoot>;
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(() => act(() => root.unmount()));

function show(isOn: boolean, onSwitch: (on: boolean) => unknown): Promise<void> {
  return act(async () =>
    root.render(
      <Switch isOn={isOn} onSwitch={onSwitch}>
        Notices
      </Switch>,
    ),
  );
}

function input(): HTMLInputElement {
  const found = document.querySelector("input");
  if (!found) throw new Error("No switch");
  return found;
}

const press = () => act(async () => input().click());

test("stands as it was pressed until what that causes is done, then as it is", async () => {
  let finish = (): void => undefined;
  const asked: boolean[] = [];
  await show(true, (on) => {
    asked.push(on);
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  await press();
  expect(input().checked).toBe(false);
  expect(asked).toEqual([false]);
  // As a cache that has not told yet draws it.
  await show(true, () => undefined);
  expect(input().checked).toBe(false);
  await act(async () => finish());
  expect(input().checked).toBe(true);
});

test("of several presses the last one counts", async () => {
  const finish: (() => void)[] = [];
  await show(true, () => new Promise<void>((resolve) => finish.push(resolve)));
  for (let times = 0; times < 3; times++) await press();
  await act(async () => finish[1]?.());
  expect(input().checked).toBe(false);
  await act(async () => finish[2]?.());
  expect(input().checked).toBe(true);
});

test("goes back where nobody takes the change over", async () => {
  await show(false, () => undefined);
  await press();
  expect(input().checked).toBe(false);
});
