-- The language that somebody has chosen for themselves, or for a chat or channel of several; null where nobody did. A replica that does not know of these columns writes in English.
alter table people add column language varchar(64);
alter table conversations add column language varchar(64);
