import { sql } from "drizzle-orm";
import { z } from "zod";
import { auditEvents } from "@/db/schema/core/audit";
import { users } from "@/db/schema/core/users";
import { classes, enrollments } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import type { TrendRange } from "@/domain/dashboard";
import { readTimeZone } from "../organization";

/** One point of the trends: how things stood at the end of a day or a month of the school's calendar. */
export type TrendPoint = {
  /** The day, or the first of the month, as YYYY-MM-DD. */
  date: string;
  students: number;
  parents: number;
  staff: number;
  classes: number;
  enrollments: number;
  /** What was changed on the day or in the month; who signs in or out changes nothing. */
  events: number;
};

const LENGTH: Record<TrendRange, { unit: "day" | "month"; count: number }> = {
  "30d": { unit: "day", count: 30 },
  "12m": { unit: "month", count: 12 },
};

const countable = z.coerce.number().int();
const pointSchema = z.object({
  date: z.string(),
  students: countable,
  parents: countable,
  staff: countable,
  classes: countable,
  enrollments: countable,
  events: countable,
});

/** People, classes, enrolments and activity of the actor's school, day by day or month by month, oldest first. */
export async function getTrends(
  actor: OrganizationActor,
  { range }: { range: TrendRange },
): Promise<TrendPoint[]> {
  return readInOrganization(actor, async (tx) => readTrends(tx, range, await readTimeZone(tx)));
}

/**
 * Everything that began or ended is a step of +1 or -1 at its moment; steps before the first point count with it.
 * One statement: each table is read once.
 */
export async function readTrends(tx: TenantTx, range: TrendRange, timeZone: string): Promise<TrendPoint[]> {
  const { unit, count } = LENGTH[range];
  const { organizationId } = tx.actor;
  const step = sql.raw(`interval '1 ${unit}'`);
  const found = await tx.db.execute(sql`
    with points as (
      select generate_series(last - ${count - 1}::int * ${step}, last, ${step}) as point
      from (select date_trunc(${unit}, now() at time zone ${timeZone}) as last) present
    ), bounds as (
      select min(point) as first, min(point) at time zone ${timeZone} as since from points
    ), steps as (
      select case role when 'STUDENT' then 'students' when 'PARENT' then 'parents' else 'staff' end as kind,
        change.at, change.by
      from ${users}, lateral (values (joined_at, 1), (left_at, -1)) as change (at, by)
      where organization_id = ${organizationId} and change.at is not null
      union all
      select 'classes', change.at, change.by
      from ${classes}, lateral (values (created_at, 1), (archived_at, -1)) as change (at, by)
      where organization_id = ${organizationId} and change.at is not null
      union all
      select 'enrollments', change.at, change.by
      from ${enrollments}, lateral (values (enrolled_at, 1), (withdrawn_at, -1)) as change (at, by)
      where organization_id = ${organizationId} and state <> 'waiting' and change.at is not null
    ), changes as (
      select kind, case when at < since then first else date_trunc(${unit}, at at time zone ${timeZone}) end as point,
        sum(by) as by
      from steps, bounds group by 1, 2
    ), activity as (
      select date_trunc(${unit}, created_at at time zone ${timeZone}) as point, count(*) as events
      from ${auditEvents}, bounds
      where organization_id = ${organizationId} and created_at >= since
        and not (action >= 'account.' and action < 'account/')
      group by 1
    )
    select to_char(points.point, 'YYYY-MM-DD') as date,
      sum(coalesce(sum(by) filter (where kind = 'students'), 0)) over w as students,
      sum(coalesce(sum(by) filter (where kind = 'parents'), 0)) over w as parents,
      sum(coalesce(sum(by) filter (where kind = 'staff'), 0)) over w as staff,
      sum(coalesce(sum(by) filter (where kind = 'classes'), 0)) over w as classes,
      sum(coalesce(sum(by) filter (where kind = 'enrollments'), 0)) over w as enrollments,
      coalesce(max(activity.events), 0) as events
    from points
    left join changes on changes.point = points.point
    left join activity on activity.point = points.point
    group by points.point
    window w as (order by points.point)
    order by points.point`);
  return z.array(pointSchema).parse([...found]);
}
