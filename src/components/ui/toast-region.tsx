"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from "react-aria-components";
import { Button } from "./button";
import { IconButton } from "./icon-button";

interface ToastBody {
  message: string;
  action: ToastAction | undefined;
}

const queue = new ToastQueue<ToastBody>({ maxVisibleToasts: 3 });
const DURATION = 6000;

export interface ToastAction {
  label: string;
  onAction: () => void;
}

/** Shows a toast; gives a function that takes it back. */
export function show(body: ToastBody): () => void {
  const key = queue.add(body, { timeout: DURATION });
  return () => queue.close(key);
}

/** The toasts that are shown, in a landmark that F6 leads to; they stay while the pointer or the focus is on them. */
export default function ToastRegion() {
  const t = useTranslations("ui");
  return (
    <AriaToastRegion
      queue={queue}
      aria-label={t("notifications")}
      data-print="no"
      className="fixed right-5 bottom-5 z-(--z-toast) grid justify-items-end gap-2 rounded-lg outline-none max-md:inset-x-3 max-md:bottom-[calc(var(--bottombar-h)+.75rem)] max-md:justify-items-stretch in-[body:has([data-side-panel])]:bottom-20"
    >
      {({ toast: item }) => (
        <AriaToast
          toast={item}
          className="flex max-w-[26rem] animate-arrive items-center gap-3 rounded-lg bg-invert py-2 pr-2 pl-3 text-sm text-on-invert shadow-3 max-md:max-w-none"
        >
          <ToastContent role="status" className="min-w-0 flex-1">
            <Text slot="title">{item.content.message}</Text>
          </ToastContent>
          {item.content.action ? (
            <Button
              variant="inverse"
              size="sm"
              className="underline! underline-offset-3"
              onPress={() => {
                item.content.action?.onAction();
                queue.close(item.key);
              }}
            >
              {item.content.action.label}
            </Button>
          ) : null}
          <IconButton
            variant="inverse"
            label={t("close")}
            icon={<X />}
            tooltipPlacement="top"
            onPress={() => queue.close(item.key)}
          />
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
