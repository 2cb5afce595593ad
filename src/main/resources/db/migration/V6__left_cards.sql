-- Where a card is that is not followed any more because a newer one is: it is told so, once.
alter table outbox add column conversation varchar(600);
alter table outbox add column activity varchar(128);
