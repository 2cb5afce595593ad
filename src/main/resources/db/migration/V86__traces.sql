-- The span in which a request was submitted, and the one in which a task was scheduled, as a W3C traceparent. Empty where nothing is traced; a replica that doesn't know of these columns writes neither.
alter table requests add column traceparent varchar(55);
alter table scheduled_tasks add column traceparent varchar(55);
