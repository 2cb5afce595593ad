package dev.holdfast.chat.subscription;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.store.SubscriptionRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a person is told of in their own chat. */
@Component
public class OwnSubscriptions {

  private final SubscriptionRepository subscriptions;
  private final ReadableEnvironments environments;

  OwnSubscriptions(SubscriptionRepository subscriptions, ReadableEnvironments environments) {
    this.subscriptions = subscriptions;
    this.environments = environments;
  }

  /**
   * In a sentence: the names of environments as far as they're known without a call and this person
   * may see them, otherwise how many there are. Empty without a subscription.
   */
  public Optional<Message> of(ChatUser who) {
    List<Optional<String>> ids = subscriptions.of(new Address.Person(who.id()));
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    if (ids.contains(Optional.<String>empty())) {
      return Optional.of(Message.of("home.subscriptions.all"));
    }
    List<String> names = environments.isRead() ? names(ids, who) : List.of();
    return Optional.of(
        names.size() == ids.size()
            ? Message.of("home.subscriptions", "environments", names)
            : Message.of("home.subscriptions.count", "count", ids.size()));
  }

  private List<String> names(List<Optional<String>> ids, ChatUser who) {
    return ids.stream()
        .flatMap(Optional::stream)
        .flatMap(id -> environments.byId(id, who).stream())
        .map(EnvironmentProfile::name)
        .sorted()
        .toList();
  }
}
