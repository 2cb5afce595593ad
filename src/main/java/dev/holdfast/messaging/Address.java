package dev.holdfast.messaging;

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

    /** What follows the id of a channel in that of a thread, before the id of a message. */
    public static final String THREAD = ";messageid=";

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

  /**
   * One member of a conversation, who alone sees what is sent there, where the messaging service
   * can do that; otherwise everybody there does. It is no longer there after a day, so nothing goes
   * to it that somebody comes back to.
   *
   * @param conversation of several people: a chat, a channel, or a thread
   * @param person by Entra object id, or as the messaging service names them
   */
  record Member(String conversation, String person) implements Address {

    private static final String IN = " in ";

    private static Member of(String stored) {
      int in = stored.indexOf(IN);
      if (in < 0) {
        throw new IllegalArgumentException("not a member of a conversation: " + stored);
      }
      return new Member(stored.substring(in + IN.length()), stored.substring(0, in));
    }

    @Override
    public String toString() {
      return MEMBER + person + IN + conversation;
    }
  }

  /** How an address begins when it is stored. */
  String MEMBER = "member:";

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
    if (stored.startsWith(MEMBER)) {
      return Member.of(stored.substring(MEMBER.length()));
    }
    throw new IllegalArgumentException("not an address: " + stored);
  }
}
