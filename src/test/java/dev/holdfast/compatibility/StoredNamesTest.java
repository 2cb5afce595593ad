package dev.holdfast.compatibility;

import dev.holdfast.bot.ConversationRef;
import dev.holdfast.messaging.DeliveryFailureReason;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.testing.Goldens;
import dev.holdfast.webhook.WebhookState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that are stored in columns: other versions read and write them too. */
class StoredNamesTest {

  static Stream<Arguments> columns() {
    return Stream.of(
        column("requests.state", RequestState.values()),
        column("audit.state", RequestState.values()),
        column("audit.what", RequestEventType.values(), AuditEventType.values()),
        column("outbox.what", RequestEventType.values()),
        column("outbox.hindrance", DeliveryFailureReason.values()),
        column("conversations.kind", ConversationRef.Kind.values()),
        column("request_environments.role", EnvironmentRole.values()),
        column("webhook_events.event_type", RequestEventType.values()),
        column("webhook_events.state", WebhookState.values()));
  }

  private static Arguments column(String name, Enum<?>[]... values) {
    return Arguments.of(name, Stream.of(values).flatMap(Stream::of).map(Enum::name).toList());
  }

  @ParameterizedTest
  @MethodSource("columns")
  void theNamesInAColumnStay(String column, List<String> names) {
    Goldens.assertNames("columns/" + column + ".txt", names);
  }
}
