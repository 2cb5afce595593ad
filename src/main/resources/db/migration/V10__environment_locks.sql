-- One row for each environment on which something ever began: locked while it is decided what begins there next.
-- What is at work there stands in "requests". A replica that does not know of this table takes no lock.
create table environment_locks (
  environment_id varchar(128) not null primary key
);
