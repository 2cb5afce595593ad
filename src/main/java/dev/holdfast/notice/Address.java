package dev.holdfast.notice;

/** Where a message can go. */
public sealed interface Address {

  /** A person's own chat with Holdfast, by Entra object id. */
  record Person(String entraId) implements Address {

    @Override
    public String toString() {
      return PERSON + entraId;
    }
  }

  /**
   * A conversation as Teams names it: a chat, a channel, or a thread of a channel with its {@code
   * ;messageid=}.
   */
  record Conversation(String id) implements Address {

    private static final String THREAD = ";messageid=";

    /** The conversation itself where this is a thread of it. */
    public Conversation withoutThread() {
      int thread = id.indexOf(THREAD);
      return thread < 0 ? this : new Conversation(id.substring(0, thread));
    }

    @Override
    public String toString() {
      return CONVERSATION + id;
    }
  }

  /** How an address begins when it is stored. */
  String PERSON = "person:";

  /** How an address begins when it is stored. */
  String CONVERSATION = "conversation:";

  /** Reads what {@code toString} wrote. */
  static Address parse(String stored) {
    if (stored.startsWith(PERSON)) {
      return new Person(stored.substring(PERSON.length()));
    }
    if (stored.startsWith(CONVERSATION)) {
      return new Conversation(stored.substring(CONVERSATION.length()));
    }
    throw new IllegalArgumentException("not an address: " + stored);
  }
}
