-- The activities of Teams that were taken, for a day: the same once more is a retry and is not answered again.
create table activities_seen (
  activity varchar(600) not null primary key,
  seen_at timestamp with time zone not null
);
create index activities_seen_by_age on activities_seen (seen_at);
