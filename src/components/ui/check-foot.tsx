import { Download, ListChecks, Send } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { FootBar } from "./foot-bar";

export interface CheckFootProps {
  /** How many lines go out and how many stay; absent until the list as it stands was checked. */
  counts: { ready: number; out: number } | undefined;
  blank: boolean;
  checking: boolean;
  sending: boolean;
  onCheck: () => void;
  onDownload: () => void;
  onSend: () => void;
  words: Record<"check" | "checkFirst", ReactNode>;
  /** What is said of the counts. */
  wordsOf: (counts: {
    ready: number;
    out: number;
  }) => Record<"download" | "send" | "willSend" | "stayOut", ReactNode>;
}

/** The one next step of a list that is checked before it is sent: check, or send with the exact count. */
export function CheckFoot(props: CheckFootProps) {
  const { counts, blank, checking, sending, onCheck, onDownload, onSend, words, wordsOf } = props;
  if (!counts)
    return (
      <FootBar
        actions={
          <Button
            variant="primary"
            icon={<ListChecks />}
            disabled={blank}
            pending={checking}
            onPress={onCheck}
          >
            {words.check}
          </Button>
        }
      >
        <span className="text-ink-2">{words.checkFirst}</span>
      </FootBar>
    );
  const said = wordsOf(counts);
  return (
    <FootBar
      actions={
        <>
          {counts.out > 0 ? (
            <Button variant="quiet" icon={<Download />} onPress={onDownload}>
              {said.download}
            </Button>
          ) : null}
          <Button
            variant="primary"
            icon={<Send />}
            disabled={counts.ready === 0}
            pending={sending}
            onPress={onSend}
          >
            {said.send}
          </Button>
        </>
      }
    >
      <p role="status">
        <b>{said.willSend}</b> <span className="text-ink-2">{said.stayOut}</span>
      </p>
    </FootBar>
  );
}
