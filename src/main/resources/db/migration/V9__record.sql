-- The chain over the record: each row's hash covers the hash before it. Its order is its own, because rows of "audit" are
-- committed in another order than that of their ids.
create table audit_seals (
  position bigint not null primary key,
  audit_id bigint not null unique references audit (id),
  hash varchar(64) not null
);

-- Where the chain ends: one row, locked by whoever adds to the chain. Up to the id "swept" every row has its seal.
create table audit_head (
  id smallint not null primary key check (id = 1),
  position bigint not null,
  hash varchar(64) not null,
  swept bigint not null
);
insert into audit_head (id, position, hash, swept) values (1, 0, repeat('0', 64), 0);

-- What changed no request, such as a refused decision, has no version.
alter table audit alter column request_version drop not null;

-- What "history" and the export search.
create index audit_by_time on audit (at);
create index requests_by_source on requests (source_id);
create index requests_by_age on requests (created_at);
