-- Whose personal chat a conversation is, by Entra object id: kept when the chat is gone, so that what was meant for it finds the
-- person's next chat. And since when Holdfast can't write there.
alter table conversations add column person_id varchar(128);
alter table conversations add column unreachable_since timestamp with time zone;
update conversations set person_id = (
  select min(people.entra_id) from people where people.personal_conversation = conversations.id)
  where kind = 'PERSONAL';
update conversations set unreachable_since = current_timestamp where not reachable;
create index conversations_by_person on conversations (person_id);
