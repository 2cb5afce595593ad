-- How often a new message went out without a usable answer: so often it may be there already.
alter table outbox add column uncertain int not null default 0;
