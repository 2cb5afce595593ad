-- What Teams has told Holdfast about where people can be reached. Runs on H2 (MODE=PostgreSQL) and on PostgreSQL.

-- One row for a chat or a channel; the threads of a channel share its row.
create table conversations (
  id               varchar(512)  not null primary key,
  kind             varchar(16)   not null,
  service_url      varchar(1024) not null,
  tenant_id        varchar(128),
  bot_id           varchar(512),
  bot_name         varchar(256),
  team_id          varchar(512),
  channel_id       varchar(512),
  last_activity_at timestamp with time zone not null,
  reachable        boolean not null default true,
  introduced_at    timestamp with time zone
);

create index conversations_team on conversations (team_id);
create index conversations_last_activity on conversations (last_activity_at);

-- A person to whom Holdfast opened a chat and who has said nothing yet has no last_seen_at.
create table people (
  entra_id              varchar(128)  not null primary key,
  teams_id              varchar(512),
  name                  varchar(256),
  zone                  varchar(64),
  locale                varchar(64),
  personal_conversation varchar(512),
  service_url           varchar(1024) not null,
  tenant_id             varchar(128),
  last_seen_at          timestamp with time zone
);

create index people_personal_conversation on people (personal_conversation);
