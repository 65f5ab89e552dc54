"use client";

import { ActivityFeed } from "@/components/ui/activity-feed";
import { useDates } from "@/components/users/use-dates";
import type { WordedEvent } from "./event-words";
import { useEventWords } from "./use-event-words";

export interface FedEvent extends WordedEvent {
  id: string;
  createdAt: Date;
}

/** What was done, the newest first: who, what and how long ago. */
export function EventFeed(props: { events: readonly FedEvent[]; now: Date; label?: string }) {
  const { events, now, label } = props;
  const { sentence } = useEventWords();
  const dates = useDates(now);
  return (
    <ActivityFeed
      label={label}
      items={events.map((event) => ({
        id: event.id,
        text: sentence(event),
        aside: (
          <time dateTime={event.createdAt.toISOString()} title={dates.moment(event.createdAt)}>
            {dates.ago(event.createdAt)}
          </time>
        ),
      }))}
    />
  );
}
