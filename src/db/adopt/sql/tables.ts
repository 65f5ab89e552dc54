/** What the tool remembers: how far it is, and which new row each old one became. Kept until `adopt` is dropped. */
export const TABLES = `
create table if not exists adopt.state (
  one boolean primary key default true check (one),
  phase text not null,
  old_schema text not null,
  organization_id uuid not null,
  placement text not null,
  made_organization boolean not null,
  changed_at timestamptz not null default now()
);

-- How far the backfill is in each table; \`last\` is the key of the last row carried over.
create table if not exists adopt.cursors (
  source text primary key,
  last bigint[] not null,
  is_done boolean not null default false
);

-- Everybody that the tool made, those who are gone included. Several old rows with one address are one person.
create table if not exists adopt.people (
  user_id uuid primary key,
  account_id uuid not null
);

create table if not exists adopt.users (old_id bigint primary key, user_id uuid not null references adopt.people);
create index if not exists users_user_idx on adopt.users (user_id);
create table if not exists adopt.classes (old_id bigint primary key, class_id uuid not null unique);
create table if not exists adopt.workspaces (old_id bigint primary key, workspace_id uuid not null unique);
create table if not exists adopt.invitations (
  old_id bigint primary key,
  invitation_id uuid not null unique,
  address text not null,
  is_open boolean not null
);
create index if not exists invitations_open_idx on adopt.invitations (address, old_id) where is_open;

-- Rows that could not be carried over: they never stop the old code, and always stop the contraction.
create table if not exists adopt.problems (
  source text not null,
  old_key bigint[] not null,
  reason text not null,
  seen_at timestamptz not null default now(),
  primary key (source, old_key)
);

grant usage, create on schema adopt to homeroom_operator;
grant select, insert, update, delete on all tables in schema adopt to homeroom_operator;
`;
