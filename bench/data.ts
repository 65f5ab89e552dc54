import type { Sql } from "postgres";
import { connect } from "@/db/client";
import { newId } from "@/lib/ids";
import { searchKey, sortKey } from "@/lib/text-keys";
import type { DatabaseUrls } from "../scripts/lib/database";
import { FAMILY, GIVEN } from "./names";
import { loadStudents } from "./students";

/** One school of the benchmark, its administrator's session, and a class to open. */
export type BenchSchool = {
  id: string;
  people: number;
  claims: { sessionId: string; accountId: string };
  classId: string;
};

const SMALL_SCHOOLS = 50;
/** More of them, which have no students yet: each takes one import. */
const WITHOUT_STUDENTS = 10;
const SMALL = 1_000;
const LARGE = 50_000;
const PEOPLE_PER_CLASS_MADE = 50;
const ENROLLED = 25;

// What the list of 250 invitations names, and more.
const CLASSES = ["Robotics 1", "Robotics 2", "Physics 9A", "Maths 7B"];

export type Loaded = { small: BenchSchool[]; large: BenchSchool; empty: BenchSchool[] };

/**
 * Fills an empty database: fifty schools of 1,000 people and one of 50,000, with as many students, and ten of 1,000
 * people without. All are shared.
 */
export async function loadSchools(urls: DatabaseUrls): Promise<Loaded> {
  const masterId = newId();
  const all: NewSchool[] = [
    { id: masterId, masterId: null, number: 0, people: LARGE },
    ...Array.from({ length: SMALL_SCHOOLS + WITHOUT_STUDENTS }, (_, n) => ({
      id: newId(),
      masterId,
      number: n + 1,
      people: SMALL,
    })),
  ];
  const sql = connect(urls.operator);
  try {
    for (const school of all) await loadPeople(sql, school);
    // Without figures on the people, the plan for the classes would be a matter of hours.
    await analyze(urls.owner);
    const loaded: BenchSchool[] = [];
    for (const { id, people } of all)
      loaded.push({
        id,
        people,
        classId: await loadClasses(sql, id, people),
        claims: await openSession(sql, id),
      });
    const [large, ...others] = loaded;
    if (!large) throw new Error("There is a large school");
    const small = others.slice(0, SMALL_SCHOOLS);
    await loadStudents(sql, [large, ...small]);
    await analyze(urls.owner);
    return { small, large, empty: others.slice(SMALL_SCHOOLS) };
  } finally {
    await sql.end();
  }
}

async function analyze(ownerUrl: string): Promise<void> {
  const sql = connect(ownerUrl);
  await sql.unsafe("vacuum analyze").finally(() => sql.end());
}

type NewSchool = { id: string; masterId: string | null; number: number; people: number };

// The keys of a whole are the keys of its words, one after the other: `checkKeys` holds the database to it.
async function loadPeople(sql: Sql, { id, masterId, number, people }: NewSchool): Promise<void> {
  await sql`
    insert into core.organizations (id, slug, name, kind, master_id, is_default, plan, max_users)
    values (${id}, ${`school-${number}`}, ${`School ${number}`}, ${masterId ? "guest" : "master"}, ${masterId},
      ${masterId === null}, 'ENTERPRISE', 100000)`;
  await sql`
    with given as (
      select * from unnest(${GIVEN}::text[], ${GIVEN.map(sortKey)}::text[], ${GIVEN.map(searchKey)}::text[])
        with ordinality as g(name, sort_key, search_key, n)
    ), family as (
      select * from unnest(${FAMILY}::text[], ${FAMILY.map(sortKey)}::text[], ${FAMILY.map(searchKey)}::text[])
        with ordinality as f(name, sort_key, search_key, n)
    ), people as materialized (
      select i, uuidv7() as account_id, uuidv7() as id,
        concat_ws(' ', g.name, a.name, b.name) as name,
        concat_ws(' ', g.sort_key, a.sort_key, b.sort_key) as sort_key,
        concat(g.search_key, a.search_key, b.search_key, ' p', i, ' school', ${number}::int, ' example') as search_key,
        concat('p', i, '@school', ${number}::int, '.example') as email
      from generate_series(0, ${people - 1}::int) i
      join given g on g.n = 1 + i % ${GIVEN.length}::int
      join family a on a.n = 1 + (i / ${GIVEN.length}::int) % ${FAMILY.length}::int
      join family b on b.n = 1 + (i * 7 + i / 480) % ${FAMILY.length}::int
    ), made as (
      insert into core.accounts (id, email, name, email_verified_at)
      select account_id, email, name, now() from people
    )
    insert into core.users (organization_id, id, account_id, name, email, sort_key, search_key, role, joined_at)
    select ${id}, id, account_id, name, email, sort_key, search_key,
      case when i = 0 then 'ORG_ADMIN' when i <= ${classCount(people)}::int then 'COACH'
        when i % 5 = 0 then 'PARENT' else 'STUDENT' end,
      now() - make_interval(mins => i)
    from people`;
  await sql`
    with told as (
      insert into core.audit_events
        (id, organization_id, actor_name, action, subject_type, subject_id, subject_name, created_at)
      select uuidv7(), organization_id, 'Homeroom', 'user.created', 'user', id, name, joined_at
      from core.users where organization_id = ${id}
      returning id, organization_id, created_at)
    insert into core.audit_unsealed (event_id, organization_id, created_at) select * from told`;
  await checkKeys(sql, id);
}

async function checkKeys(sql: Sql, id: string): Promise<void> {
  const rows = await sql<{ name: string; email: string; sortKey: string; searchKey: string }[]>`
    select name, email, sort_key as "sortKey", search_key as "searchKey"
    from core.users where organization_id = ${id} order by id limit 50`;
  const wrong = rows.find(
    (row) => row.sortKey !== sortKey(row.name) || row.searchKey !== searchKey(`${row.name} ${row.email}`),
  );
  if (wrong) throw new Error(`Keys made in SQL are not those of the application: ${JSON.stringify(wrong)}`);
}

/** Twenty classes for every 1,000 people, with two coaches and 25 students each; returns the first. */
async function loadClasses(sql: Sql, id: string, people: number): Promise<string> {
  const names = Array.from({ length: classCount(people) }, (_, k) => CLASSES[k] ?? `Sección ${k + 1}`);
  const ids = names.map(newId);
  await sql`
    insert into app.classes (organization_id, id, name, sort_key, capacity)
    select ${id}, c.id, c.name, c.sort_key, 30
    from unnest(${ids}::uuid[], ${names}::text[], ${names.map(sortKey)}::text[]) as c(id, name, sort_key)`;
  const members = (role: string) => sql`
    (select id, row_number() over (order by id) - 1 as n, count(*) over () as total
      from core.users where organization_id = ${id} and role = ${role}) m`;
  const numbered = sql`unnest(${ids}::uuid[]) with ordinality as c(id, k)`;
  await sql`
    insert into app.class_coaches (organization_id, id, class_id, user_id, is_lead)
    select ${id}, uuidv7(), c.id, m.id, j = 0
    from ${numbered} cross join generate_series(0, 1) j join ${members("COACH")} on m.n = (c.k + j) % m.total`;
  await sql`
    insert into app.enrollments (organization_id, id, class_id, user_id)
    select ${id}, uuidv7(), c.id, m.id
    from ${numbered} cross join generate_series(0, ${ENROLLED - 1}::int) j
    join ${members("STUDENT")} on m.n = ((c.k - 1) * ${ENROLLED}::int + j) % m.total`;
  const [first] = ids;
  if (first === undefined) throw new Error("A school of the benchmark has classes");
  return first;
}

async function openSession(sql: Sql, organizationId: string): Promise<BenchSchool["claims"]> {
  const sessionId = newId();
  const [row] = await sql<{ accountId: string }[]>`
    insert into core.sessions (id, account_id, expires_at)
    select ${sessionId}, account_id, now() + interval '30 days'
    from core.users where organization_id = ${organizationId} and role = 'ORG_ADMIN'
    returning account_id as "accountId"`;
  if (!row) throw new Error("A school of the benchmark has an administrator");
  return { sessionId, accountId: row.accountId };
}

function classCount(people: number): number {
  return people / PEOPLE_PER_CLASS_MADE;
}
