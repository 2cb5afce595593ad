-- What lists show of a request, without what people wrote. It counts only with the version that it was made of:
-- a replica of an older version doesn't write it.
alter table requests add column summary text;
alter table requests add column summary_version bigint;
