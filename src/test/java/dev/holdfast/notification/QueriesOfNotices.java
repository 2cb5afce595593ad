package dev.holdfast.notification;

import static dev.holdfast.testing.Samples.NOW;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Address.Conversation;
import dev.holdfast.messaging.DeliveryFailureReason;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.notification.store.AddressUsageRepository;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.notification.store.ChannelConnections;
import dev.holdfast.notification.store.ExpiredNotifications;
import dev.holdfast.notification.store.GivenUpMessages;
import dev.holdfast.notification.store.NotificationProperties;
import dev.holdfast.notification.store.OutboxBacklog;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.notification.store.PostedCardRepository;
import dev.holdfast.notification.store.SubscriptionRepository;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.testing.plans.Exercise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfNotices implements Exercise {

  private static final Conversation CHAT = new Conversation("chat-3");
  private static final Posted POSTED = new Posted("chat-3", "message-1");

  @Override
  public List<Class<?>> beans() {
    return List.of(
        AddressUsageRepository.class,
        ApproversChannel.class,
        ChannelConnections.class,
        ExpiredNotifications.class,
        GivenUpMessages.class,
        OutboxRepository.class,
        OutboxBacklog.class,
        PostedCardRepository.class,
        Settings.class,
        SubscriptionRepository.class);
  }

  @Override
  public void run(ApplicationContext context) {
    RequestId request = new RequestId(500);
    PostedCardRepository posts = context.getBean(PostedCardRepository.class);
    posts.add(request, PostedCardRepository.Kind.REQUEST, CHAT, Optional.of(POSTED));
    PostedCardRepository.Post post = posts.of(request).get(0);
    posts.delivered(post.id(), POSTED, post.posted());
    posts.find(post.id());
    posts.isThere(POSTED);
    posts.notPosted(post.id());
    givenUp(context.getBean(GivenUpMessages.class), request);
    outbox(context.getBean(OutboxRepository.class), request, post);
    SubscriptionRepository subscriptions = context.getBean(SubscriptionRepository.class);
    subscriptions.add(CHAT, Optional.of("env-500"), "id-alex");
    subscriptions.to(List.of("env-3", "env-500"));
    subscriptions.of(new Address.Person("id-alex"));
    subscriptions.handOver(
        subscriptions.find(CHAT, "env-500").orElseThrow(), "env-500", "id-megan");
    subscriptions.remove(CHAT, Optional.of("env-500"));
    subscriptions.remove(CHAT, Optional.empty());
    use(context.getBean(AddressUsageRepository.class));
    ChannelConnections connections = context.getBean(ChannelConnections.class);
    connections.connect(CHAT, new Person("id-megan", "Megan Bowen"));
    connections.disconnect(new Person("id-megan", "Megan Bowen"));
    context.getBean(OutboxBacklog.class).count(NOW);
    context.getBean(ExpiredNotifications.class).delete(50);
  }

  private static void givenUp(GivenUpMessages messages, RequestId request) {
    messages.of(request);
    messages.posts(request);
    messages.approvals(NOW.minus(Duration.ofDays(7)));
    messages.at(new Conversation("chat-500"));
    messages.takeBack(500);
  }

  private static void use(AddressUsageRepository use) {
    for (Address address : List.of(new Conversation("none"), CHAT, new Address.Person("id-500"))) {
      use.hasCards(address);
      use.hasSubscriptions(address);
    }
  }

  /** The settings that are there without any. No component, which a scan of the package finds. */
  @EnableConfigurationProperties(NotificationProperties.class)
  static class Settings {}

  private static void outbox(
      OutboxRepository outbox, RequestId request, PostedCardRepository.Post post) {
    outbox.addFreeze(1, OutboxKind.NOTICE, CHAT, Instant.EPOCH);
    outbox.addPolicyCard(1, CHAT, NOW);
    outbox.addDelegation(1, OutboxKind.DELEGATED, CHAT, Instant.EPOCH);
    outbox.addLeft(request, CHAT, POSTED, NOW);
    outbox.add(request, OutboxKind.NO_APPROVER, CHAT, NOW);
    outbox.addNotice(request, CHAT, RequestEventType.SUCCEEDED, NOW);
    long id = outbox.addCard(request, post, NOW);
    OutboxRepository.Row row = outbox.find(id).orElseThrow();
    outbox.aheadOf(row);
    outbox.nextAt(CHAT);
    outbox.uncertain(id);
    outbox.notSent(id);
    outbox.isOvertaken(row);
    outbox.failed(id, "busy");
    outbox.giveUp(id, DeliveryFailureReason.GONE, "gone", NOW);
    outbox.reached(row);
    outbox.remove(id);
  }
}
