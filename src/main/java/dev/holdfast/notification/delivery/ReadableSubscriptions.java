package dev.holdfast.notification.delivery;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.messaging.Address;
import dev.holdfast.notification.store.SubscriptionRepository;
import dev.holdfast.notification.store.SubscriptionRepository.Subscription;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The subscriptions that tell of a request: of people who may see it, as the policy is now. */
@Component
public class ReadableSubscriptions {

  private final SubscriptionRepository subscriptions;
  private final ReadingRights rights;

  ReadableSubscriptions(SubscriptionRepository subscriptions, ReadingRights rights) {
    this.subscriptions = subscriptions;
    this.rights = rights;
  }

  /** Where they tell of it. */
  public Set<Address> of(Request request) {
    return subscriptions
        .to(
            request.details().spec().environments().stream()
                .map(use -> use.environment().id())
                .distinct()
                .toList())
        .stream()
        .filter(subscription -> rights.mayRead(new Person(subscription.by(), ""), request))
        .map(Subscription::address)
        .collect(Collectors.toSet());
  }
}
