-- Whether a card is in a conversation, wherever it was meant to go.
create index posts_by_conversation on posts (conversation);
-- An equal column first: H2 would rather go through all conversations in the order of their ids.
create index conversations_by_reachability on conversations (reachable, unreachable_since);
drop index conversations_unreachable;
