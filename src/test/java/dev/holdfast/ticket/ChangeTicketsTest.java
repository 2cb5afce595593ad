package dev.holdfast.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import dev.holdfast.ticket.TicketAnswer.Allowed;
import dev.holdfast.ticket.TicketAnswer.Denied;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mock.env.MockEnvironment;

class ChangeTicketsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final SettableClock clock = new SettableClock(NOW);
  private Function<TicketQuestion, TicketAnswer> says =
      question -> new Allowed(TicketWindow.ALWAYS);
  private final ChangeTickets tickets = tickets(TicketKind.SERVICENOW);

  @SuppressWarnings("unchecked")
  private ChangeTickets tickets(TicketProperties properties) {
    return new ChangeTickets(properties, mock(ObjectProvider.class), clock);
  }

  @SuppressWarnings("unchecked")
  private ChangeTickets tickets(TicketKind kind) {
    ObjectProvider<TicketSystem> systems = mock(ObjectProvider.class);
    TicketSystem one = mock(TicketSystem.class);
    when(one.check(any())).thenAnswer(call -> says.apply(call.getArgument(0)));
    when(one.kind()).thenReturn(kind);
    when(systems.stream()).thenAnswer(call -> Stream.of(one));
    return new ChangeTickets(
        TicketSettings.of(kind, URI.create("https://example.org")), systems, clock);
  }

  private Optional<String> objection(String ticket) {
    return ChangeTickets.objection(
            ticket, tickets.check(TicketQuestion.atReview(ticket, Samples.restore(), Samples.ALEX)))
        .map(StoredMessage::english);
  }

  @ParameterizedTest
  @CsvSource({
    "SERVICENOW, ' chg0030052 ', CHG0030052",
    "SERVICENOW, CHG1, ",
    "SERVICENOW, CHG0030052^active=true, ",
    "SERVICENOW, CHG0030052^ORnumber=CHG0030053, ",
    "SERVICENOW, INC0030052, ",
    "JIRA, ops-12, OPS-12",
    "JIRA, OPS-12/comment, ",
    "JIRA, OPS-12?x, ",
    "JIRA, ../OPS-12, ",
    "HTTP, a.b-1_c, A.B-1_C",
    "HTTP, a/b, "
  })
  void onlyWhatCanBeATicketIsOne(TicketKind kind, String typed, String meant) {
    assertThat(tickets(kind).recognize(typed)).isEqualTo(Optional.ofNullable(meant));
  }

  @ParameterizedTest
  @CsvSource({
    "SERVICENOW, https://example.org, chg0030052,"
        + " https://example.org/nav_to.do?uri=change_request.do%3Fsysparm_query%3Dnumber%3DCHG0030052",
    "JIRA, https://example.org/jira/, OPS-12, https://example.org/jira/browse/OPS-12",
    "JIRA, https://api.atlassian.com/ex/jira/1, OPS-12, ",
    "HTTP, https://example.org, OPS-12, ",
    "SERVICENOW, https://example.org, CHG0030052^active=true, ",
    "JIRA, https://example.org, ../OPS-12, "
  })
  void aTicketOfTheSystemHasAPage(TicketKind kind, URI url, String ticket, String page) {
    assertThat(tickets(TicketSettings.of(kind, url)).page(ticket))
        .isEqualTo(Optional.ofNullable(page));
  }

  @Test
  void withoutASystemThereIsNoPage() {
    assertThat(tickets(TicketSettings.NONE).page("CHG0030052")).isEmpty();
  }

  @Test
  void whatCanBeNoTicketIsNotAskedFor() {
    says =
        question -> {
          throw new AssertionError("asked");
        };
    assertThat(objection("CHG0030052^active=true"))
        .contains(
            "Change ticket CHG0030052^active=true doesn't allow this: it doesn't look like a ticket"
                + " of this system.");
  }

  @Test
  void aTimeThatIsOverDenies() {
    says =
        question ->
            new Allowed(
                new TicketWindow(
                    Optional.of(NOW.minusSeconds(9)), Optional.of(NOW.plusSeconds(5))));
    assertThat(objection("CHG0030052")).isEmpty();
    clock.advance(Duration.ofSeconds(5));
    assertThat(objection("CHG0030052").orElseThrow()).contains("its planned time ended at");
  }

  @Test
  void whatHasNotBegunIsAllowedLater() {
    says =
        question ->
            new Allowed(new TicketWindow(Optional.of(NOW.plusSeconds(60)), Optional.empty()));
    assertThat(objection("CHG0030052")).isEmpty();
  }

  @Test
  void whatTheSystemDoesNotSayAllowsNothing() {
    says =
        question -> {
          throw TicketSystemException.of("ticket.reason.status", "status", 503);
        };
    assertThat(objection("CHG0030052"))
        .contains(
            "Change ticket CHG0030052 couldn't be checked, so nothing is done for now: the ticket"
                + " system responded with 503.");
  }

  @Test
  void aFaultOfHoldfastAllowsNothingEither() {
    says =
        question -> {
          throw new IllegalStateException("a fault");
        };
    assertThat(objection("CHG0030052").orElseThrow()).contains("Holdfast's log says why");
  }

  @Test
  @SuppressWarnings("unchecked")
  void withoutASystemNothingIsAllowed() {
    ChangeTickets none = new ChangeTickets(TicketSettings.NONE, mock(ObjectProvider.class), clock);
    assertThat(none.isConfigured()).isFalse();
    assertThat(none.check(TicketQuestion.atReview("CHG0030052", Samples.restore(), Samples.ALEX)))
        .isInstanceOf(TicketAnswer.Unavailable.class);
  }

  @Test
  void anApprovalCountsByACheckThatHasJustBeenMade() {
    Request request = Samples.withTicket("CHG0030052");
    RecentTicketChecks recent =
        new RecentTicketChecks(
            tickets, TicketSettings.of(TicketKind.SERVICENOW, URI.create("https://x.org")), clock);
    try {
      assertThat(recent.objection(request)).isPresent();
      recent.prepare(request);
      assertThat(recent.objection(request)).isEmpty();
      clock.advance(Duration.ofMinutes(1));
      assertThat(recent.objection(request)).isPresent();
      says = question -> new Denied(Message.of("ticket.reason.onHold"));
      recent.prepare(request);
      assertThat(recent.objection(request).map(StoredMessage::english).orElseThrow())
          .contains("it's on hold");
      assertThat(recent.objection(Samples.awaiting(1))).isEmpty();
    } finally {
      recent.destroy();
    }
  }

  @Test
  void whoApprovesDoesNotWaitForASlowSystem() {
    CountDownLatch answer = new CountDownLatch(1);
    says =
        question -> {
          try {
            answer.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new Allowed(TicketWindow.ALWAYS);
        };
    TicketProperties usual = TicketSettings.of(TicketKind.SERVICENOW, URI.create("https://x.org"));
    TicketProperties hasty =
        new TicketProperties(
            usual.kind(),
            usual.url(),
            usual.credential(),
            usual.pattern(),
            usual.servicenow(),
            usual.jira(),
            new TicketProperties.Times(
                Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofMinutes(1)));
    RecentTicketChecks recent = new RecentTicketChecks(tickets, hasty, clock);
    Request request = Samples.withTicket("CHG0030052");
    try {
      recent.prepare(request);
      assertThat(recent.objection(request).map(StoredMessage::english).orElseThrow())
          .contains("hasn't answered yet");
      answer.countDown();
      await().until(() -> recent.objection(request).isEmpty());
    } finally {
      recent.destroy();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind=servicenow credential.secret=x",
        "kind=servicenow url=http://example.org credential.secret=x",
        "kind=servicenow url=https://example.org",
        "kind=servicenow url=https://u:p@example.org credential.secret=x",
        "kind=servicenow url=https://example.org?x=1 credential.secret=x",
        "kind=servicenow url=https://example.org credential.secret-file=/nowhere",
        "kind=servicenow url=https://example.org credential.secret=x credential.user=a"
            + " credential.client-id=b",
        "kind=http url=https://example.org pattern=(",
        "kind=http url=https://example.org pattern=.*",
        "kind=http url=https://example.org credential.user=a",
        "kind=jira url=https://example.org credential.secret=x",
        "kind=jira url=https://example.org credential.secret=x jira.statuses=Implementing"
            + " jira.start-field=a,b",
        "kind=jira url=https://example.org credential.secret=x jira.statuses=Implementing"
            + " credential.client-id=b",
        "url=https://example.org"
      })
  void settingsThatCannotWorkStopTheStart(String settings) {
    assertThat(problems(settings)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kind=servicenow url=https://example.org credential.user=a credential.secret=x",
        "kind=servicenow url=https://example.org credential.client-id=a credential.secret=x",
        "kind=jira url=https://example.org/ex/jira/1 credential.secret=x"
            + " jira.statuses=Implementing",
        "kind=http url=http://127.0.0.1:8080/gate"
      })
  void theOthersDoNot(String settings) {
    assertThat(problems(settings)).isEmpty();
  }

  private static List<SettingProblem> problems(String settings) {
    MockEnvironment environment = new MockEnvironment();
    for (String one : settings.isEmpty() ? new String[0] : settings.split(" ")) {
      String[] parts = one.split("=", 2);
      environment.setProperty("holdfast.tickets." + parts[0], parts[1]);
    }
    return new TicketStartupCheck().problems(environment);
  }
}
