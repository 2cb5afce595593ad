-- The beginning of a name, in whatever collation the database has.
create index audit_people_by_name on audit_people (name text_pattern_ops);
