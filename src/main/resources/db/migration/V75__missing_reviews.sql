-- Emergencies that somebody still has to review: until when, and when that is reminded of next.
create table missing_reviews (
  request_id bigint primary key,
  due_at timestamp with time zone not null,
  remind_at timestamp with time zone not null
);
create index missing_reviews_by_due on missing_reviews (due_at, request_id);
