-- What is looked for to be deleted: conversations where Holdfast can't write.
create index conversations_unreachable on conversations (unreachable_since);
