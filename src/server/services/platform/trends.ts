import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { auditEvents } from "@/db/schema/core/audit";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import type { PlatformTx } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import { DEFAULT_TIME_ZONE } from "@/domain/setting-list";

const MONTHS = 12;
const DAYS = 30;

const growthSchema = z.object({
  /** The first of the month, as YYYY-MM-DD. */
  month: z.string(),
  schools: z.coerce.number(),
  people: z.coerce.number(),
});
const activitySchema = z.object({
  /** As YYYY-MM-DD. */
  day: z.string(),
  events: z.coerce.number(),
});

/** The time zone in which the viewer's months and days begin. */
export async function readZone(tx: PlatformTx, organizationId: string): Promise<string> {
  const [row] = await tx.db
    .select({ settings: settingsColumn })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return row?.settings["region.timeZone"] ?? DEFAULT_TIME_ZONE;
}

/**
 * How many schools and people there were at the end of each of the last 12 months, the oldest first. Who came is a
 * step of +1, who went one of -1; a binary search finds the month of each, so that a table is read once.
 */
export async function readGrowth(tx: PlatformTx, timeZone: string) {
  const found = await tx.db.execute(sql`
    with months as (
      select point::date as month, point at time zone ${timeZone} as since, number::int
      from (select date_trunc('month', now() at time zone ${timeZone}) as last) present,
        generate_series(last - ${MONTHS - 1}::int * interval '1 month', last, interval '1 month')
          with ordinality as each (point, number)
    ), bounds as (
      select array_agg(since order by since) as starts from months
    ), steps as (
      select 'schools' as kind, greatest(width_bucket(change.at, starts), 1) as number, sum(change.by) as by
      from bounds, ${organizations} school, lateral (values (school.created_at, 1), (school.deleted_at, -1)) as change (at, by)
      where change.at is not null group by 2
      union all
      select 'people', greatest(width_bucket(change.at, starts), 1), sum(change.by)
      from bounds, ${users} person, lateral (values (person.joined_at, 1), (person.left_at, -1)) as change (at, by)
      where change.at is not null group by 2
    )
    select to_char(months.month, 'YYYY-MM-DD') as month,
      coalesce((select sum(by) from steps where kind = 'schools' and steps.number <= months.number), 0) as schools,
      coalesce((select sum(by) from steps where kind = 'people' and steps.number <= months.number), 0) as people
    from months order by months.number`);
  return z.array(growthSchema).parse([...found]);
}

/** What the logs of all schools and of the platform tell of each of the last 30 days, the oldest first. */
export async function readActivity(tx: PlatformTx, timeZone: string) {
  // School by school: the index of the log begins with it, and answers alone.
  const found = await tx.db.execute(sql`
    with days as (
      select day::date from (select (now() at time zone ${timeZone})::date as last) present,
        generate_series(last - ${DAYS - 1}::int, last, interval '1 day') as day
    ), start as (
      select min(day)::timestamp at time zone ${timeZone} as since from days
    ), counted as (
      select (event.created_at at time zone ${timeZone})::date as day, count(*) as events
      from start, (select id from ${organizations} union all select null) chain,
        lateral (
          select created_at from ${auditEvents} log
          where log.organization_id = chain.id and log.created_at >= start.since
          union all
          select created_at from ${auditEvents} log
          where chain.id is null and log.organization_id is null and log.created_at >= start.since
        ) event
      group by 1
    )
    select to_char(days.day, 'YYYY-MM-DD') as day, coalesce(counted.events, 0) as events
    from days left join counted on counted.day = days.day order by days.day`);
  return z.array(activitySchema).parse([...found]);
}
