package dev.holdfast.testing;

import dev.holdfast.card.Card;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A messenger that keeps what it is given, the oldest first, and fails where a test has ordered it.
 */
public final class FakeMessenger implements Messenger {

  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<RuntimeException>> faults = new HashMap<>();
  private final List<String> typing = new CopyOnWriteArrayList<>();
  private final List<String> down = new ArrayList<>();
  private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();
  private boolean dies;
  private int number;

  /** How a message came. */
  public enum How {
    POSTED,
    SAID,
    UPDATED
  }

  /**
   * One message.
   *
   * @param to the address it went to; of an update the conversation of the message
   * @param text all that can be read in it
   */
  public record Sent(How how, Address to, Posted where, String text, String json) {

    public boolean offers(String verb) {
      return json.contains("\"verb\":\"" + verb + "\"");
    }
  }

  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  public Sent last() {
    return sent.get(sent.size() - 1);
  }

  public List<Sent> sentTo(Address address) {
    return sent.stream().filter(one -> one.to().equals(address)).toList();
  }

  /** Forgets what was sent so far. */
  public void clear() {
    sent.clear();
  }

  /** The next message to an address fails like this. */
  public FakeMessenger fails(Address to, Reason reason, Optional<Duration> retryAfter) {
    faults
        .computeIfAbsent(to.toString(), key -> new ArrayDeque<>())
        .add(new DeliveryException(reason, "as ordered: " + reason, retryAfter));
    return this;
  }

  public FakeMessenger fails(Address to, Reason reason) {
    return fails(to, reason, Optional.empty());
  }

  /** Nobody at this address is reached until {@link #reaches}. */
  public void doesNotReach(Address to) {
    down.add(to.toString());
  }

  public void reaches(Address to) {
    down.remove(to.toString());
  }

  /** Happens once, when the next message to an address is there and nobody knows of it yet. */
  public void meanwhile(Address to, Runnable what) {
    meanwhile.put(to.toString(), what);
  }

  /** The process dies just after the next message went out. */
  public void diesAfterSending() {
    dies = true;
  }

  @Override
  public Posted post(Address to, Card card) {
    return send(How.POSTED, to, new Posted(conversation(to), "activity-" + ++number), card);
  }

  private static String conversation(Address to) {
    if (to instanceof Address.Member member) {
      return member.conversation();
    }
    return to instanceof Address.Conversation there ? there.id() : "chat-of-" + to;
  }

  @Override
  public Posted say(Address to, String text) {
    ObjectNode plain = JsonMapper.builder().build().createObjectNode().put("text", text);
    return send(How.SAID, to, new Posted("", "activity-" + ++number), new Card(plain, text));
  }

  @Override
  public void showTyping(String conversation) {
    typing.add(conversation);
  }

  /** Where typing was shown, the oldest first. */
  public List<String> typing() {
    return List.copyOf(typing);
  }

  @Override
  public void update(Posted message, Card card) {
    send(How.UPDATED, new Address.Conversation(message.conversation()), message, card);
  }

  private Posted send(How how, Address to, Posted where, Card card) {
    if (down.contains(to.toString())) {
      throw new DeliveryException(Reason.UNREACHABLE, "not installed", Optional.empty());
    }
    Deque<RuntimeException> ordered = faults.getOrDefault(to.toString(), new ArrayDeque<>());
    if (!ordered.isEmpty()) {
      throw ordered.remove();
    }
    sent.add(new Sent(how, to, where, FakeMessage.readable(card.json()), card.json().toString()));
    Optional.ofNullable(meanwhile.remove(to.toString())).ifPresent(Runnable::run);
    if (dies) {
      dies = false;
      throw new IllegalStateException("the process died");
    }
    return where;
  }
}
