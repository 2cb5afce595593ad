-- What applications have asked for through the HTTP API. The key makes one order of a call that comes twice.
create table api_orders (
  id varchar(36) primary key,
  owner_id varchar(128) not null,
  owner_name varchar(256) not null,
  idempotency_key varchar(200) not null,
  content_hash varchar(64) not null,
  content text not null,
  state varchar(20) not null,
  request_id bigint,
  result text not null,
  created_at timestamp with time zone not null,
  constraint api_orders_by_key unique (owner_id, idempotency_key)
);
create index api_orders_by_state on api_orders (owner_id, state);
create index api_orders_by_time on api_orders (created_at);
