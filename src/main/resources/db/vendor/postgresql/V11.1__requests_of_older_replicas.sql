-- A replica of the version before adds a request without its environments. They are added at its commit, so that no replica
-- starts anything else there. A replica of this version has added them by then.
create function holdfast_request_environments() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from request_environments where request_id = new.id) then
    if new.source_id = new.affected_id and new.body like '%"work":{"kind":"backup"%' then
      insert into request_environments (request_id, environment_id, role, active)
      values (new.id, new.source_id, 'HELD', true);
    else
      insert into request_environments (request_id, environment_id, role, active)
      values (new.id, new.source_id, 'DATA_LEAVES', true), (new.id, new.affected_id, 'OVERWRITTEN', true);
    end if;
  end if;
  return null;
end
$$;

create constraint trigger requests_of_older_replicas after insert on requests
  deferrable initially deferred for each row execute function holdfast_request_environments();
