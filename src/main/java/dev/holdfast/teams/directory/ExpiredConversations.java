package dev.holdfast.teams.directory;

import dev.holdfast.messaging.Address;
import dev.holdfast.notification.store.AddressUsageRepository;
import dev.holdfast.notification.store.SubscriptionRepository;
import dev.holdfast.retention.ExpiredRows;
import dev.holdfast.retention.RetentionProperties;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Conversations where Holdfast can't write or heard nobody for long, with their subscriptions, and
 * people who left. A person who comes back, or to whom a message goes, gets a new chat.
 */
@Component
class ExpiredConversations implements ExpiredRows {

  private final ConversationRetention conversations;
  private final AddressUsageRepository use;
  private final SubscriptionRepository subscriptions;
  private final TransactionTemplate transaction;
  private final RetentionProperties kept;
  private final Clock clock;

  ExpiredConversations(
      ConversationRetention conversations,
      AddressUsageRepository use,
      SubscriptionRepository subscriptions,
      TransactionTemplate transaction,
      RetentionProperties kept,
      Clock clock) {
    this.conversations = conversations;
    this.use = use;
    this.subscriptions = subscriptions;
    this.transaction = transaction;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "conversations and people";
  }

  @Override
  public long delete(int batch) {
    var before = OffsetDateTime.now(clock).minus(kept.conversations());
    return deleteConversations(before, batch) + deletePeople(before, batch);
  }

  private long deleteConversations(OffsetDateTime before, int batch) {
    long deleted = 0;
    var last = "";
    while (true) {
      var expired = conversations.expired(last, before, batch);
      for (var one : expired) {
        last = one.id();
        if (!isUsed(one)) {
          deleted +=
              Boolean.TRUE.equals(transaction.execute(status -> delete(one, before))) ? 1 : 0;
        }
      }
      if (expired.size() < batch) {
        return deleted;
      }
    }
  }

  /** Subscriptions keep a conversation to which Holdfast writes without an answer. */
  private boolean isUsed(ConversationRetention.Expired one) {
    var here = new Address.Conversation(one.id());
    var person = owner(one);
    return use.hasCards(here)
        || person.filter(use::hasCards).isPresent()
        || !one.unreachable()
            && (use.hasSubscriptions(here) || person.filter(use::hasSubscriptions).isPresent());
  }

  /** The person whose only chat this is. */
  private Optional<Address> owner(ConversationRetention.Expired one) {
    return one.owner().map(Address.Person::new);
  }

  private boolean delete(ConversationRetention.Expired one, OffsetDateTime before) {
    if (!conversations.delete(one.id(), before)) {
      return false;
    }
    subscriptions.remove(new Address.Conversation(one.id()), Optional.empty());
    owner(one).ifPresent(person -> subscriptions.remove(person, Optional.empty()));
    return true;
  }

  private long deletePeople(OffsetDateTime before, int batch) {
    long deleted = 0;
    var last = "";
    while (true) {
      var gone = conversations.peopleWithoutChat(last, before, batch);
      for (var person : gone) {
        last = person;
        var address = new Address.Person(person);
        if (!use.hasCards(address) && !use.hasSubscriptions(address)) {
          deleted += conversations.deletePerson(person, before);
        }
      }
      if (gone.size() < batch) {
        return deleted;
      }
    }
  }
}
