-- Forms that joined a request that waited for the same thing. A replica that does not know of this table tells those who joined nothing.
create table request_joins (
  draft varchar(64) not null primary key,
  request_id bigint not null,
  person_id varchar(128) not null,
  person_name varchar(256) not null,
  joined_at timestamp with time zone not null
);
create index request_joins_by_request on request_joins (request_id);
create index request_joins_by_time on request_joins (joined_at);
