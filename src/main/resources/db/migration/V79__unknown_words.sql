-- Words of the admin APIs that no page about them shows. A replica that doesn't know of this table keeps none.
create table unknown_words (
  place varchar(200) not null,
  word varchar(64) not null,
  first_seen timestamp with time zone not null,
  last_seen timestamp with time zone not null,
  times bigint not null,
  primary key (place, word)
);
create index unknown_words_by_time on unknown_words (last_seen);
