package dev.holdfast.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.adminapi.AdminApiSignInProperties;
import dev.holdfast.adminapi.PowerPlatformCloud;
import dev.holdfast.approval.policy.people.GroupProblem;
import dev.holdfast.approval.policy.people.GroupReadException;
import dev.holdfast.testing.FakeGraph;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts that can't be used. */
class GraphAccountReaderTest {

  private final FakeGraph graph = FakeGraph.start();

  private GraphAccountReader reader(boolean enabled) {
    GraphProperties properties = new GraphProperties(enabled, Optional.of(graph.url()));
    AdminApiSignInProperties signIn = mock(AdminApiSignInProperties.class);
    when(signIn.endpoint()).thenReturn(PowerPlatformCloud.PROD);
    return new GraphAccountReader(
        properties,
        new GraphClient(properties, signIn, () -> audience -> "token", Clock.systemUTC()));
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void namesThoseThatAreDisabledAndThoseThatAreGone() {
    graph.users(
        "a1",
        FakeGraph.user("megan", "\"Member\"", "true"),
        FakeGraph.user("alex", "\"Member\"", "false"));
    assertThat(reader(true).unusable(List.of("megan", "alex", "gone")))
        .containsExactly("alex", "gone");
    assertThat(graph.accountCalls())
        .containsExactly("$select=id,accountEnabled&$filter=id+in+('megan','alex','gone')");
  }

  @Test
  void asksAboutFifteenAtATime() {
    List<String> many = IntStream.range(0, 31).mapToObj(number -> "p" + number).toList();
    assertThat(reader(true).unusable(many)).hasSize(31);
    assertThat(graph.accountCalls()).hasSize(3);
  }

  @Test
  void whatIsNotShownIsNotKnown() {
    graph.users("a1", FakeGraph.user("megan", "null", "null"));
    assertThat(problem(List.of("megan"))).isEqualTo(GroupProblem.FORBIDDEN);
    graph.answers(403);
    assertThat(problem(List.of("megan"))).isEqualTo(GroupProblem.FORBIDDEN);
  }

  @Test
  void asksNothingUnlessTheOperatorTurnsItOn() {
    assertThat(reader(false).unusable(List.of("megan"))).isEmpty();
    assertThat(graph.accountCalls()).isEmpty();
  }

  private GroupProblem problem(List<String> ids) {
    return catchThrowableOfType(GroupReadException.class, () -> reader(true).unusable(ids))
        .problem();
  }
}
