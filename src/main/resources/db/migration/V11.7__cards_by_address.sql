-- The later cards at an address.
create index posts_by_address on posts (address, id);
