-- Whether a card is in a conversation, wherever it was meant to go; and whether a message is a card.
create index posts_by_message on posts (conversation, activity);
