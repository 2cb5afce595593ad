-- Who was in the groups that the policy names when they were last read: a line for each person. A replica that does not know of this table starts all the same.
create table policy_groups (
  source varchar(300) not null primary key,
  read_at timestamp with time zone,
  members text not null,
  problem varchar(32)
);
