-- A replica of the version before leaves out the index of the history. It's brought up to date at the commit of each event.
-- A replica of this version has done so by then.
create function holdfast_history_index() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from history_index h join requests r on r.id = h.request_id and r.state = h.state
    where h.request_id = new.request_id and h.environment_id = '' and h.person_id = new.who_id) then
    return null;
  end if;
  insert into history_index (request_id, environment_id, person_id, state, created_at)
  select r.id, e.environment_id, p.person_id, r.state, r.created_at
  from requests r
  cross join lateral (values (''), (r.source_id), (r.affected_id)) e (environment_id)
  cross join (values (''), (new.who_id)) p (person_id)
  where r.id = new.request_id and (e.environment_id <> '' or p.person_id <> '')
  on conflict do nothing;
  update history_index h set state = r.state from requests r
  where h.request_id = new.request_id and r.id = new.request_id and h.state <> r.state;
  return null;
end
$$;

create constraint trigger history_of_older_replicas after insert on audit
  deferrable initially deferred for each row when (new.request_version is not null)
  execute function holdfast_history_index();
