-- Whether a card is in a conversation, wherever it was meant to go.
create index posts_by_conversation on posts (conversation);
