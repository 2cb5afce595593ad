-- Up to where the audit log was verified, with the seal at that position. "row_id": up to this id every row has its seal.
create table audit_verified (
  id smallint not null primary key check (id = 1),
  position bigint not null,
  hash varchar(64) not null,
  row_id bigint not null
);
insert into audit_verified (id, position, hash, row_id) values (1, 0, repeat('0', 64), 0);
