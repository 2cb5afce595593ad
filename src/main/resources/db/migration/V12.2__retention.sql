-- What is looked for to be deleted: conversations where Holdfast can't write.
-- An equal column first: H2 would rather go through all conversations in the order of their ids.
create index conversations_by_reachability on conversations (reachable, unreachable_since);
