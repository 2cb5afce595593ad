-- Which environments a request touches, and how. "active" until the request ends, and as long as a person has to settle its outcome.
create table request_environments (
  request_id bigint not null,
  environment_id varchar(128) not null,
  role varchar(16) not null,
  active boolean not null,
  primary key (request_id, environment_id, role)
);
create index request_environments_by_environment on request_environments (environment_id, request_id);
create index request_environments_by_activity on request_environments (active, environment_id, request_id);
