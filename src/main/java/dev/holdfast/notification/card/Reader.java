package dev.holdfast.notification.card;

/** Who reads a card of a request, and so which buttons it has. */
public enum Reader {
  /** Can decide on it now. */
  DECIDES,
  /** Asked for it: can take it back, and have administration mode left. */
  ASKED,
  /** Is one of the approvers and has nothing to decide: can have administration mode left. */
  INVOLVED,
  /** Anybody else. */
  LOOKS_ON,
  /** All who share a conversation; their clients ask for what is each one's own. */
  EVERYBODY
}
