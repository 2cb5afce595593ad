package dev.holdfast.notification;

import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.PostedCardRepository;
import dev.holdfast.testing.Goldens;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that are stored in columns of notifications: other versions read and write them too. */
class StoredNotificationNamesTest {

  @Test
  void theKindsOfPostedCardsStay() {
    Goldens.assertNames("columns/posts.kind.txt", names(PostedCardRepository.Kind.values()));
  }

  @Test
  void theKindsOfNotificationsStay() {
    Goldens.assertNames("columns/outbox.kind.txt", names(OutboxKind.values()));
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }
}
