-- What a row of the audit log says of the operation, all of it covered by the row's hash. "hash_version" says what the hash
-- covers: 2 these columns too; rows from before, and those of replicas of the version before, have none and say nothing here.
alter table audit add column hash_version smallint;
alter table audit add column operation varchar(64);
alter table audit add column source_id varchar(128);
alter table audit add column source_name text;
alter table audit add column target_id varchar(128);
alter table audit add column target_name text;
alter table audit add column restore_point varchar(64);
alter table audit add column options text;
alter table audit add column digest varchar(128);
alter table audit add column policy_digest varchar(128);
alter table audit add column approvals text;
alter table audit add column operation_id text;
alter table audit add column correlation_id text;
alter table audit add column outcome text;
alter table audit add column content varchar(128);
