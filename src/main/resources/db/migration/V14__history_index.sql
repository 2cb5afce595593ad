-- What "history" searches: a row for each environment of a request, for each person who did something to it, and for each
-- pair of them. An empty environment or person stands for any. Each search is a range of one index, whatever it asks for.
create table history_index (
  request_id bigint not null,
  environment_id varchar(128) not null,
  person_id varchar(128) not null,
  state varchar(32) not null,
  created_at timestamp with time zone not null,
  primary key (request_id, environment_id, person_id)
);
create index history_index_by_state on history_index (environment_id, person_id, state, request_id);
