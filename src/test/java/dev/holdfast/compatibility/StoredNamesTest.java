package dev.holdfast.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.api.order.OrderState;
import dev.holdfast.approval.policy.guard.PolicyProposal;
import dev.holdfast.approval.policy.guard.PolicyText;
import dev.holdfast.approval.policy.guard.StoredPolicy;
import dev.holdfast.approval.policy.people.GroupProblem;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.messaging.DeliveryFailureReason;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.series.RunState;
import dev.holdfast.series.SeriesReason;
import dev.holdfast.series.SeriesState;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Goldens;
import dev.holdfast.webhook.WebhookState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that are stored in columns: other versions read and write them too. */
class StoredNamesTest {

  private static final int SHORT = 64;
  private static final Set<String> OF_OTHERS = Set.of("scheduled_tasks", "flyway_schema_history");

  /** Short columns with something else than names of this program's. */
  private static final Set<String> OTHER_TEXTS =
      Set.of(
          "api_orders.content_hash",
          "api_orders.id",
          "approvers_channel.place",
          "audit.operation",
          "audit.restore_point",
          "audit_head.hash",
          "audit_seal_post.posted_for",
          "audit_seals.hash",
          "audit_verified.hash",
          "conversations.language",
          "drafts.id",
          "people.language",
          "people.locale",
          "people.zone",
          "request_joins.draft",
          "requests.draft",
          "requests.traceparent",
          "unknown_words.word",
          "webhook_events.endpoint",
          "webhook_events.event_id",
          "webhook_gone.address",
          "webhook_gone.endpoint");

  static Stream<Arguments> columns() {
    return Stream.of(
        column("requests.state", RequestState.values()),
        column("audit.state", RequestState.values()),
        column("history_index.state", RequestState.values()),
        column("audit.what", RequestEventType.values(), AuditEventType.values()),
        column("outbox.what", RequestEventType.values()),
        column("outbox.hindrance", DeliveryFailureReason.values()),
        column("conversations.kind", ConversationRef.Kind.values()),
        column("request_environments.role", EnvironmentRole.values()),
        column("policies.kind", PolicyText.Kind.values()),
        column("policies.reason", StoredPolicy.Reason.values()),
        column("policy_proposals.kind", PolicyText.Kind.values()),
        column("policy_proposals.state", PolicyProposal.State.values()),
        column("policy_groups.problem", GroupProblem.values()),
        column("api_orders.state", OrderState.values()),
        column("series.state", SeriesState.values()),
        column("series.reason", SeriesReason.values()),
        column("series_runs.state", RunState.values()),
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

  /** What is in a new short column is said here or by a row above. */
  @Test
  void eachShortColumnHasItsNamesOrIsKnownToHaveOtherTexts() throws IOException, SQLException {
    Set<String> listed;
    try (Stream<Path> goldens = Files.list(Goldens.folder("columns"))) {
      listed =
          goldens
              .map(file -> file.getFileName().toString().replaceAll("\\.txt$", ""))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    listed.addAll(OTHER_TEXTS);

    assertThat(shortColumns()).containsExactlyInAnyOrderElementsOf(listed);
  }

  private static List<String> shortColumns() throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection connection = Databases.H2.fresh().dataSource().getConnection();
        ResultSet row = connection.getMetaData().getColumns(null, "%", "%", "%")) {
      while (row.next()) {
        String table = row.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (row.getString("TABLE_SCHEM").equalsIgnoreCase("public")
            && row.getInt("DATA_TYPE") == Types.VARCHAR
            && row.getInt("COLUMN_SIZE") <= SHORT
            && !OF_OTHERS.contains(table)) {
          columns.add(table + "." + row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
      }
    }
    return columns;
  }
}
