package dev.holdfast.chat.subscription;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.environment.EnvironmentResolver;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.card.CardTexts;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
import dev.holdfast.message.Message;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.store.SubscriptionRepository;
import dev.holdfast.request.Person;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Subscriptions of the conversation in which they are asked for. */
@Component
class SubscriptionService {

  private static final String ENVIRONMENT = "environment";

  private final SubscriptionRepository subscriptions;
  private final EnvironmentResolver environments;
  private final ReadingRights rights;

  SubscriptionService(
      SubscriptionRepository subscriptions,
      EnvironmentResolver environments,
      ReadingRights rights) {
    this.rights = rights;
    this.subscriptions = subscriptions;
    this.environments = environments;
  }

  /** Whether environments are found without a call of the admin API. */
  boolean isReady() {
    return environments.isReady();
  }

  Reply subscribeToAll(ChatUser who, ConversationRef where) {
    return subscribe(who, where, Optional.empty(), Message.of("subscription.added.all"));
  }

  Reply subscribe(ChatUser who, ConversationRef where, EnvironmentProfile environment) {
    handOver(who, where, environment);
    return subscribe(
        who,
        where,
        Optional.of(environment.id()),
        Message.of("subscription.added", ENVIRONMENT, environment.name()));
  }

  /** A subscription whose owner may not see the environment any more tells nothing. */
  private void handOver(ChatUser who, ConversationRef where, EnvironmentProfile environment) {
    subscriptions
        .find(subscriber(who, where), environment.id())
        .filter(
            known ->
                !rights.mayRead(
                    new Person(known.by(), ""), EnvironmentViewMapper.name(environment)))
        .ifPresent(known -> subscriptions.handOver(known, environment.id(), who.id()));
  }

  private Reply subscribe(
      ChatUser who, ConversationRef where, Optional<String> environmentId, Message done) {
    boolean added = subscriptions.add(subscriber(who, where), environmentId, who.id());
    return Reply.of(who.texts().of(added ? done : Message.of("subscription.exists")));
  }

  Reply unsubscribeFromAll(ChatUser who, ConversationRef where) {
    int ended = subscriptions.remove(subscriber(who, where), Optional.empty());
    return Reply.of(
        who.texts().of(ended == 0 ? "subscription.none.any" : "subscription.ended.all"));
  }

  Reply unsubscribe(ChatUser who, ConversationRef where, EnvironmentProfile environment) {
    int ended = subscriptions.remove(subscriber(who, where), Optional.of(environment.id()));
    return Reply.of(
        who.texts()
            .of(
                ended == 0 ? "subscription.none" : "subscription.ended",
                ENVIRONMENT,
                environment.name()));
  }

  /**
   * Replies for the environment of that name, or asks which is meant.
   *
   * @param verb the action that carries on with the one that is picked
   */
  Reply withNamed(
      String text, ChatUser who, Function<EnvironmentProfile, Reply> reply, ActionVerb verb) {
    NameLookup lookup = environments.find(text, who);
    return lookup instanceof NameLookup.One one
        ? reply.apply(one.subject())
        : Reply.of(
            environments.ask(
                text, lookup, who, verb, subject -> Map.of(ENVIRONMENT, subject.id())));
  }

  /** Replies for the environment that was picked from the candidates. */
  Reply withPicked(String environmentId, ChatUser who, Function<EnvironmentProfile, Reply> reply) {
    return environments.find(environmentId, who) instanceof NameLookup.One one
        ? reply.apply(one.subject())
        : Reply.of(CardTexts.SHARED.of("environment.gone"));
  }

  /**
   * In the own chat the person subscribes, who then hears of an end once, however many reasons
   * there are. A subscription made in a thread is the channel's: each notice begins a post of its
   * own.
   */
  private static Address subscriber(ChatUser who, ConversationRef where) {
    return where.kind() == ConversationRef.Kind.PERSONAL
        ? new Address.Person(who.id())
        : new Address.Conversation(where.conversation()).withoutThread();
  }
}
