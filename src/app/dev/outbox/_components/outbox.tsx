import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Wordmark } from "@/components/ui/wordmark";
import { env } from "@/lib/env";
import { findInOutbox, listOutbox } from "@/server/adapters/mail/read-outbox";
import { OutboxList } from "./outbox-list";
import { OutboxMessage } from "./outbox-message";

/** The mail of a machine of one's own that sends none; anywhere else there is no such page. */
export async function Outbox({ id }: { id?: string }) {
  if (!env().MAIL_OUTBOX_PAGE) notFound();
  const [t, tApp, messages, chosen] = await Promise.all([
    getTranslations("outbox"),
    getTranslations("app"),
    listOutbox(),
    id === undefined ? undefined : findInOutbox(id),
  ]);
  if (id !== undefined && !chosen) notFound();
  return (
    <div className="grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr] bg-surface">
      <header className="border-b border-line px-(--gutter) py-4">
        <Wordmark name={tApp("name")} />
        <h1 className="mt-3">{t("title")}</h1>
        <p className="text-ink-2">{t("intro")}</p>
      </header>
      <main
        id="main"
        className="grid min-w-0 grid-cols-1 md:grid-cols-[minmax(16rem,24rem)_minmax(0,1fr)] max-md:content-start"
      >
        {messages.length === 0 ? (
          <div className="col-span-full py-16">
            <EmptyState drawing="invitations" title={t("emptyTitle")}>
              {t("emptyBody")}
            </EmptyState>
          </div>
        ) : (
          <>
            <OutboxList messages={messages} chosen={chosen?.id} />
            <OutboxMessage message={chosen} />
          </>
        )}
      </main>
    </div>
  );
}
