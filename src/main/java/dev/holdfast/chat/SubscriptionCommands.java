package dev.holdfast.chat;

import dev.holdfast.chat.Command;
import dev.holdfast.chat.ConversationRef;
import dev.holdfast.chat.EnvironmentResolver;
import dev.holdfast.chat.IncomingMessage;

import dev.holdfast.chat.CommandDesk.Answer;
import dev.holdfast.environment.NameLookup;
import dev.holdfast.notice.Address;
import dev.holdfast.notice.SubscriptionRepository;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code subscribe} and {@code unsubscribe}, for the conversation in which they are said. */
@Component
class SubscriptionCommands {

  private final SubscriptionRepository subscriptions;
  private final EnvironmentResolver naming;

  SubscriptionCommands(SubscriptionRepository subscriptions, EnvironmentResolver naming) {
    this.subscriptions = subscriptions;
    this.naming = naming;
  }

  Answer subscribe(Command.Subscribe command, IncomingMessage said) {
    if (command.environment().isEmpty()) {
      return Answer.of(subscribed(said, Optional.empty(), "any environment"));
    }
    String text = command.environment().get();
    return naming.find(text) instanceof NameLookup.One one
        ? Answer.of(subscribed(said, Optional.of(one.subject().id()), one.subject().name()))
        : unclear(text, "subscription.add");
  }

  Answer unsubscribe(Command.Unsubscribe command, IncomingMessage said) {
    if (command.environment().isEmpty()) {
      int ended = subscriptions.remove(subscriber(said), Optional.empty());
      return Answer.of(
          ended == 0
              ? "This conversation had no subscription."
              : "This conversation gets no more notices by subscription.");
    }
    String text = command.environment().get();
    return naming.find(text) instanceof NameLookup.One one
        ? Answer.of(unsubscribed(said, one.subject().id(), one.subject().name()))
        : unclear(text, "subscription.end");
  }

  /** The same, for the environment that was picked from the candidates. */
  Answer picked(boolean add, String environmentId, IncomingMessage said) {
    return naming.find(environmentId) instanceof NameLookup.One one
        ? Answer.of(
            add
                ? subscribed(said, Optional.of(one.subject().id()), one.subject().name())
                : unsubscribed(said, one.subject().id(), one.subject().name()))
        : Answer.of("This environment is no longer there.");
  }

  private String subscribed(IncomingMessage said, Optional<String> environmentId, String name) {
    boolean added = subscriptions.add(subscriber(said), environmentId, said.who().id());
    return added
        ? "From now on, how a request on " + name + " ends is posted here."
        : "This conversation has that subscription already.";
  }

  private String unsubscribed(IncomingMessage said, String environmentId, String name) {
    return subscriptions.remove(subscriber(said), Optional.of(environmentId)) == 0
        ? "This conversation had no subscription to " + name + "."
        : "This conversation gets no more notices about " + name + ".";
  }

  private Answer unclear(String text, String verb) {
    return Answer.of(
        naming.with(
            text,
            subject -> {
              throw new IllegalStateException("found after all: " + subject.id());
            },
            verb,
            subject -> Map.of("environment", subject.id())));
  }

  /**
   * In the own chat the person subscribes, who then hears of an end once, however many reasons
   * there are. A subscription made in a thread is the channel's: each notice begins a post of its
   * own.
   */
  private static Address subscriber(IncomingMessage said) {
    return said.where().kind() == ConversationRef.Kind.PERSONAL
        ? new Address.Person(said.who().id())
        : new Address.Conversation(said.where().conversation()).withoutThread();
  }
}
