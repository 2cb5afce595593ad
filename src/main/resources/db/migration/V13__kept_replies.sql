-- The reply to an activity, as JSON: with the change that it tells of, or while it can't be sent. Its task sends it as it is.
alter table activities_seen add column reply text;
