import { connect } from "@/db/client";

type About = { organizationId: string } | { ids: string[]; emails: string[] };

/** Takes jobs out of the queue that nobody runs at the moment: those of a school, or mail to these accounts. */
export async function forgetJobs(workerUrl: string, about: About): Promise<void> {
  const sql = connect(workerUrl);
  try {
    const concerned =
      "organizationId" in about
        ? sql`payload ->> 'organizationId' = ${about.organizationId} and task_id not in (
            select id from graphile_worker._private_tasks where identifier = 'purge-school')`
        : sql`payload ->> 'email' = any(${about.emails}::text[]) or payload ->> 'accountId' = any(${about.ids}::text[])`;
    await sql`delete from graphile_worker._private_jobs where locked_at is null and (${concerned})`;
  } finally {
    await sql.end();
  }
}
