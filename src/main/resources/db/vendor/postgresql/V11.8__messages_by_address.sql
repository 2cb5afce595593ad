-- The beginning of an address, in whatever collation the database has: that of a channel begins those of its threads.
create index outbox_by_address_prefix on outbox (address text_pattern_ops);
