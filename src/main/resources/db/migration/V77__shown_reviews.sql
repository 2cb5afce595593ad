-- Where the card of a review is that still waits for the service's own check; empty in all others.
alter table drafts add column shown text;
