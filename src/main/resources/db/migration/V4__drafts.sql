-- A restore that was reviewed and not yet submitted: what the person saw, so that exactly this is submitted.
create table drafts (
  id varchar(64) not null primary key,
  owner_id varchar(128) not null,
  created_at timestamp with time zone not null,
  body text not null
);
create index drafts_by_age on drafts (created_at);
