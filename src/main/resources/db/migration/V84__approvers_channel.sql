-- The channel that somebody made the approvers' in the chat; at most one row. It goes before the setting. A replica that does not know of this table posts where its setting says.
create table approvers_channel (
  place varchar(16) primary key,
  conversation varchar(512) not null,
  connected_by_id varchar(128) not null,
  connected_by_name varchar(256) not null,
  connected_at timestamp with time zone not null
);
