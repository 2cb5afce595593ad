insert into history_index (request_id, environment_id, person_id, state, created_at)
select id, source_id, '', state, created_at from requests
on conflict do nothing;

insert into history_index (request_id, environment_id, person_id, state, created_at)
select id, affected_id, '', state, created_at from requests where affected_id <> source_id
on conflict do nothing;

insert into history_index (request_id, environment_id, person_id, state, created_at)
select r.id, '', p.who_id, r.state, r.created_at
from (select distinct request_id, who_id from audit where request_version is not null) p
join requests r on r.id = p.request_id
on conflict do nothing;

insert into history_index (request_id, environment_id, person_id, state, created_at)
select e.request_id, e.environment_id, p.person_id, e.state, e.created_at
from history_index e join history_index p on p.request_id = e.request_id
where e.person_id = '' and p.environment_id = ''
on conflict do nothing;
