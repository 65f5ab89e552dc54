// The keys of `src/lib/text-keys.ts` in SQL, for triggers; what they fold otherwise, `mendKeys` puts right.
const APOSTROPHES = "''’‘ʼ`´";
const MARKS = "\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f";

/** Functions of the schema `adopt` that look at text alone. */
export const KEY_FUNCTIONS = `
create or replace function adopt.decomposed(given text) returns text language sql immutable as $$
  select lower(normalize(regexp_replace(given, '\\.?[ºª°]', ' ', 'g'), NFKD))
$$;

create or replace function adopt.undressed(given text) returns text language sql immutable as $$
  select replace(replace(replace(replace(
    translate(regexp_replace(given, '[${MARKS}]+', '', 'g'), 'łøđðıħŧŋĸ', 'loddihtnk'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
$$;

create or replace function adopt.sort_key(given text) returns text language sql immutable as $$
  select coalesce(string_agg(
    case when part ~ '^[0-9]' then repeat('9', length(number) / 9) || (length(number) % 9) || number else part end,
    '' order by place), '')
  from regexp_matches(
    replace(btrim(regexp_replace(
      regexp_replace(
        adopt.undressed(replace(adopt.decomposed(given), U&'n\\0303', U&'n\\E000')),
        '[${APOSTROPHES}]', '', 'g'),
      '[^[:alnum:]\\ue000]+', ' ', 'g')), U&'\\E000', '~'),
    '[0-9]+|[^0-9]+', 'g') with ordinality as parts (found, place),
    lateral (select found[1] as part, regexp_replace(found[1], '^0+(?=[0-9])', '') as number) as each
$$;

create or replace function adopt.search_key(given text) returns text language sql immutable as $$
  select coalesce(string_agg(words, '' order by place), '')
  from regexp_matches(adopt.undressed(adopt.decomposed(given)), '[[:alnum:]${APOSTROPHES}]+', 'g')
      with ordinality as chunks (found, place),
    lateral (select array_remove(regexp_split_to_array(found[1], '[${APOSTROPHES}]+'), '') as parts) as split,
    lateral (
      select ' ' || array_to_string(parts, '')
        || coalesce((select string_agg(' ' || part, '') from unnest(parts[2:]) as part), '') as words
    ) as each
  where parts <> '{}'
$$;

create or replace function adopt.new_id() returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(
    uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
    from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- The address as the application stores it. One without an @ could be nobody's: it gets an own, unreachable one.
create or replace function adopt.address(given text, old_id bigint) returns text language sql immutable as $$
  select case when trimmed ~ '^[^@\\s]+@[^@\\s]+$' then trimmed else 'user-' || old_id || '@adopted.invalid' end
  from (select translate(regexp_replace(coalesce(given, ''), '^\\s+|\\s+$', '', 'g'),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') as trimmed) as each
$$;

create or replace function adopt.role_of(given text) returns text language sql immutable as $$
  select case lower(given)
    when 'admin' then 'ORG_ADMIN' when 'coach' then 'COACH' when 'teacher' then 'COACH'
    when 'parent' then 'PARENT' else 'STUDENT' end
$$;

create or replace function adopt.old_role_of(given text) returns text language sql immutable as $$
  select case given
    when 'ADMIN' then 'admin' when 'ORG_ADMIN' then 'admin' when 'COACH' then 'coach'
    when 'PARENT' then 'parent' else 'student' end
$$;

create or replace function adopt.invitation_status_of(given text) returns text language sql immutable as $$
  select case when given in ('pending', 'accepted', 'expired') then given else 'revoked' end
$$;

create or replace function adopt.name_of(given text, otherwise text) returns text language sql immutable as $$
  select coalesce(nullif(btrim(given), ''), otherwise)
$$;
`;
