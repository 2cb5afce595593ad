-- The database itself refuses to change or remove what the record holds. Also for a replication role ("always").
create function holdfast_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The table % is append-only: % is refused', tg_table_name, tg_op
    using errcode = 'restrict_violation';
end
$$;

create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function holdfast_append_only();
alter table audit enable always trigger audit_append_only;

create trigger audit_seals_append_only before update or delete or truncate on audit_seals
  for each statement execute function holdfast_append_only();
alter table audit_seals enable always trigger audit_seals_append_only;

-- The end of the chain moves on, and stays.
create trigger audit_head_stays before delete or truncate on audit_head
  for each statement execute function holdfast_append_only();
alter table audit_head enable always trigger audit_head_stays;

-- The beginning of a person's name, whatever its case.
create index audit_by_person on audit (lower(who_name) text_pattern_ops);
