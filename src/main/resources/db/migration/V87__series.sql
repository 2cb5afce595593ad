-- Series of requests. What each run does, and when, stands in the request by which the series is approved. A replica that doesn't know of these tables starts no runs.
create table series (
  id bigint primary key,
  state varchar(16) not null,
  owner_id varchar(128) not null,
  owner_name varchar(256) not null,
  approval_id bigint not null,
  next_at timestamp with time zone,
  failures_from timestamp with time zone not null,
  reason varchar(16),
  by_name varchar(256),
  changed_at timestamp with time zone not null
);

create index series_by_change on series (state, changed_at);

-- The runs of a series. The key keeps a run from being requested twice.
create table series_runs (
  series_id bigint not null,
  planned_at timestamp with time zone not null,
  state varchar(16) not null,
  request_id bigint,
  primary key (series_id, planned_at)
);
create index series_runs_by_state on series_runs (series_id, state);
