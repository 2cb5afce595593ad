-- How far the audit log has been forwarded to the sink, and what came of the last try.
create table audit_sink (
  id smallint not null primary key check (id = 1),
  position bigint not null,
  sent_at timestamp with time zone,
  failures int not null,
  retry_at timestamp with time zone,
  failure varchar(512) not null
);
insert into audit_sink (id, position, failures, failure) values (1, 0, 0, '');

-- The day, in UTC, for which the seal was last posted to the channel.
create table audit_seal_post (
  id smallint not null primary key check (id = 1),
  posted_for varchar(10) not null
);
insert into audit_seal_post (id, posted_for) values (1, '1970-01-01');
