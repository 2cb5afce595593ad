-- Everybody who appears in the audit log, by name in lower case: "history by" finds the IDs here.
create table audit_people (
  name varchar(512) not null,
  who_id varchar(128) not null,
  primary key (name, who_id)
);

insert into audit_people (name, who_id)
select distinct lower(who_name), who_id from audit where request_version is not null
on conflict do nothing;
