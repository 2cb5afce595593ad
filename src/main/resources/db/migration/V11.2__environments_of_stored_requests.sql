-- One pass over the requests for each role. A backup is the only request of one environment that isn't a restore onto itself.
insert into request_environments (request_id, environment_id, role, active)
select id, source_id,
  case when source_id = affected_id and body like '%"work":{"kind":"backup"%' then 'HELD' else 'DATA_LEAVES' end,
  state not in ('SUCCEEDED', 'FAILED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'VOIDED')
from requests
on conflict do nothing;

insert into request_environments (request_id, environment_id, role, active)
select id, affected_id, 'OVERWRITTEN',
  state not in ('SUCCEEDED', 'FAILED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'VOIDED')
from requests
where source_id <> affected_id or body not like '%"work":{"kind":"backup"%'
on conflict do nothing;
