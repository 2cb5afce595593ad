-- Each of these keeps a query from reading more when the tables grow.
create index requests_by_state_and_id on requests (state, id);
-- The one before holds nothing more, and H2 would take it also where the order counts.
drop index requests_by_state;
create index outbox_by_address_and_state on outbox (address, given_up_at, id);
create index outbox_by_post on outbox (post_id, id);
create index outbox_by_state on outbox (given_up_at, created_at);
create index subscriptions_by_environment on subscriptions (environment_id, address);
create index scheduled_tasks_by_failures on scheduled_tasks (consecutive_failures);
