package dev.holdfast.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApiSignInProperties;
import dev.holdfast.adminapi.PowerPlatformCloud;
import dev.holdfast.approval.policy.GroupSource;
import dev.holdfast.approval.policy.people.GroupMember;
import dev.holdfast.approval.policy.people.GroupMember.Standing;
import dev.holdfast.approval.policy.people.GroupProblem;
import dev.holdfast.approval.policy.people.GroupReadException;
import dev.holdfast.testing.FakeGraph;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups of Microsoft Entra ID as Graph lists them. */
class GraphGroupReaderTest {

  private static final GroupSource GROUP = new GroupSource(GroupSource.Kind.ENTRA_GROUP, "a1");

  private final FakeGraph graph = FakeGraph.start();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
  private final AccessTokenProvider tokens = audience -> "token";
  private final GraphGroupReader reader = reader(true);

  private GraphGroupReader reader(boolean enabled) {
    GraphProperties properties = new GraphProperties(enabled, Optional.of(graph.url()));
    AdminApiSignInProperties signIn = mock(AdminApiSignInProperties.class);
    when(signIn.endpoint()).thenReturn(PowerPlatformCloud.PROD);
    return new GraphGroupReader(
        properties, new GraphClient(properties, signIn, () -> tokens, clock));
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void readsPageAfterPageWithNestedMembers() {
    graph.users(
        "a1",
        FakeGraph.user("MEGAN", "\"Member\"", "true"),
        FakeGraph.user("guest", "\"Guest\"", "true"),
        FakeGraph.user("gone", "\"Member\"", "false"),
        FakeGraph.user("bare", "null", "null"),
        FakeGraph.user("odd", "\"Robot\"", "true"));
    assertThat(reader.read(GROUP))
        .containsExactly(
            new GroupMember("megan", Standing.REGULAR),
            new GroupMember("guest", Standing.GUEST),
            new GroupMember("gone", Standing.DISABLED),
            new GroupMember("bare", Standing.UNKNOWN),
            new GroupMember("odd", Standing.UNKNOWN));
    assertThat(graph.calls()).hasSize(3);
    assertThat(graph.calls().get(0))
        .contains("/v1.0/groups/a1/transitiveMembers/microsoft.graph.user?")
        .contains("$select=id,displayName,userType,accountEnabled");
  }

  @ParameterizedTest
  @CsvSource({
    "401, FORBIDDEN",
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "429, THROTTLED",
    "500, UNREACHABLE",
    "302, UNREACHABLE"
  })
  void anythingElseIsNoList(int status, GroupProblem problem) {
    graph.group("a1");
    graph.answers(status);
    assertThat(problem()).isEqualTo(problem);
  }

  @Test
  void waitsAsLongAsGraphAsks() {
    graph.group("a1");
    graph.answers(429);
    assertThat(problem()).isEqualTo(GroupProblem.THROTTLED);
    graph.answers(200);
    assertThat(problem()).isEqualTo(GroupProblem.THROTTLED);
    assertThat(graph.calls()).hasSize(1);
    clock.advance(Duration.ofSeconds(8));
    assertThat(reader.read(GROUP)).isEmpty();
  }

  @Test
  void sendsItsTokenNowhereElse() {
    graph.users(
        "a1",
        FakeGraph.user("a", "null", "null"),
        FakeGraph.user("b", "null", "null"),
        FakeGraph.user("c", "null", "null"));
    graph.pagesAt("http://127.0.0.1:1");
    assertThat(problem()).isEqualTo(GroupProblem.UNREACHABLE);
  }

  @Test
  void isOffUnlessTheOperatorTurnsItOn() {
    GraphGroupReader off = reader(false);
    assertThat(catchThrowableOfType(GroupReadException.class, () -> off.read(GROUP)).problem())
        .isEqualTo(GroupProblem.OFF);
    assertThat(graph.calls()).isEmpty();
  }

  private GroupProblem problem() {
    return catchThrowableOfType(GroupReadException.class, () -> reader.read(GROUP)).problem();
  }
}
