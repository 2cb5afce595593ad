-- What kept a message from its place, by name, so that the request's card can say it of each address; empty before this was kept.
alter table outbox add column hindrance varchar(32);
