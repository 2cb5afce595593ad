package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A request with a change ticket, from the form to what is written back. */
@EachDatabase
class TicketFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      rules:
        - name: Everything
          environments: all
          data-leaves: {request: "*", approvals: 0}
          overwritten: {request: "*", approve: %1$s, safety-backup: none, ticket: required}
          held: {request: "*", ticket: required}
          restricted: {request: "*", approve: %1$s, ticket: required}
      """;

  @TempDir private Path folder;
  private final TestDatabase database;
  private final FakeServiceNow tickets = new FakeServiceNow();
  private boolean configured = true;

  TicketFlowTests(Databases databases) {
    this.database = databases.fresh();
  }

  @AfterEach
  void closeTickets() {
    tickets.close();
  }

  @Override
  Map<String, Object> settings() {
    Map<String, Object> settings =
        new LinkedHashMap<>(
            under(write(folder.resolve("policy.yaml"), POLICY.formatted(megan.entraId()))));
    if (!configured) {
      return settings;
    }
    settings.put("holdfast.tickets.kind", "servicenow");
    settings.put("holdfast.tickets.url", tickets.url());
    settings.put("holdfast.tickets.credential.user", "holdfast");
    settings.put("holdfast.tickets.credential.secret", "hush");
    return settings;
  }

  private void begin() {
    start(database, Map.of());
    install();
  }

  /** From the typed command to what the review says. */
  private FakeMessage review(String ticket, String says) {
    alexChat.says(alex, "restore Contoso UAT to Contoso Dev at 2 hours ago");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "restore.review"));
    alexChat.clicks(alex, form, "restore.review", Map.of("reason", "fresh data", "ticket", ticket));
    return alexChat.awaitMessage(
        "the review", m -> m.id().equals(form.id()) && m.text().contains(says));
  }

  private FakeMessage submit() {
    FakeMessage review = review(" chg0030052 ", "Change ticket CHG0030052 allows this.");
    alexChat.clicks(alex, review, "restore.submit", Map.of("confirm", "Contoso Dev"));
    return alexChat.awaitMessage(
        "the request's card", m -> m.id().equals(review.id()) && m.text().contains("R-1001"));
  }

  private FakeMessage askedOfMegan() {
    return meganChat.awaitMessage("the approval", m -> offers(m, "request.approve"));
  }

  @Test
  void nothingIsSubmittedThatItsTicketDoesNotAllow() {
    begin();
    FakeMessage without =
        review("", "The policy requires a change ticket for Contoso Dev. Enter one in the form.");
    assertThat(offers(without, "restore.submit")).isFalse();
    assertThat(offers(review("CHG9", "it doesn't look like a ticket"), "restore.submit")).isFalse();
    assertThat(offers(review("CHG0099999", "it doesn't exist"), "restore.submit")).isFalse();
    tickets.approval = "requested";
    assertThat(offers(review("CHG0030052", "its approval is “requested”"), "restore.submit"))
        .isFalse();
    tickets.status = 503;
    FakeMessage unknown = review("CHG0030052", "the ticket system responded with 503");
    assertThat(offers(unknown, "restore.submit")).isFalse();
    assertThat(unknown.text()).contains("couldn't be checked");
  }

  @Test
  void itIsCheckedAtTheApprovalAndBeforeTheCallAndToldWhatBecameOfIt() {
    begin();
    FakeMessage request = submit();
    assertThat(request.text()).contains("Change ticket", "CHG0030052");
    FakeMessage asked = askedOfMegan();
    assertThat(asked.text()).contains("CHG0030052");

    tickets.state = "3";
    assertThat(meganChat.clicks(megan, asked, "request.approve", Map.of()).toString())
        .contains("Change ticket CHG0030052 doesn't allow this: its state is “Closed”");
    tickets.state = "-2";
    tickets.status = 503;
    assertThat(meganChat.clicks(megan, asked, "request.approve", Map.of()).toString())
        .contains("couldn't be checked");
    assertThat(restoreCalls()).isZero();
    tickets.status = 200;
    meganChat.clicks(megan, asked, "request.approve", Map.of());

    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
    pass(Duration.ofMinutes(10));
    assertThat(tickets.notes()).hasSize(2);
    assertThat(tickets.notes().get(0))
        .contains("Holdfast R-1001: restore of Contoso UAT to Contoso Dev", "It has started.");
    assertThat(tickets.notes().get(1)).contains("requested by Alex Wilber: succeeded");
  }

  @Test
  void whatIsClosedBetweenApprovalAndCallIsNotCalled() {
    begin();
    submit();
    tickets.closesAfterChecks = 2;
    meganChat.clicks(megan, askedOfMegan(), "request.approve", Map.of());
    alexChat.awaitText("Change ticket CHG0030052 doesn't allow this: its state is “Closed”");
    pass(Duration.ofHours(1));
    assertThat(restoreCalls()).isZero();
    assertThat(tickets.notes()).hasSize(1);
    assertThat(tickets.notes().get(0)).contains("voided", "its state is “Closed”");
  }

  @Test
  void itWaitsForItsWindowAndForASystemThatDoesNotAnswer() {
    tickets.start = "2026-11-20 12:00:00";
    begin();
    FakeMessage request = submit();
    meganChat.clicks(megan, askedOfMegan(), "request.approve", Map.of());
    alexChat.awaitMessage(
        "the card says for what it waits",
        m ->
            m.id().equals(request.id())
                && m.text().contains("Change ticket CHG0030052 allows this from"));
    pass(Duration.ofMinutes(110));
    assertThat(restoreCalls()).isZero();
    tickets.status = 503;
    pass(Duration.ofMinutes(30));
    assertThat(restoreCalls()).isZero();
    alexChat.awaitMessage(
        "the card says that it couldn't be checked",
        m ->
            m.id().equals(request.id())
                && m.text().contains("the ticket system responded with 503"));
    tickets.status = 200;
    pass(Duration.ofMinutes(10));
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
    pass(Duration.ofHours(1));
    assertThat(tickets.notes()).hasSize(2);
  }

  @Test
  void aBackupIsCheckedToo() {
    begin();
    alexChat.says(alex, "backup Contoso UAT before go-live");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "backup.submit"));
    alexChat.clicks(alex, form, "backup.submit", Map.of());
    FakeMessage again = alexChat.awaitText("The policy requires a change ticket for Contoso UAT.");
    alexChat.clicks(alex, again, "backup.submit", Map.of("ticket", "CHG0030052"));
    alexChat.awaitText("R-1001");
    pass(Duration.ofMinutes(10));
    assertThat(backupCalls()).isEqualTo(1);
    assertThat(tickets.notes()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "restore Contoso UAT to Contoso Dev at 2 hours ago ticket chg0030052, restore.review",
    "copy Contoso UAT to Contoso Dev minimal with ticket CHG0030052, copy.review",
    "refresh Contoso Dev from Contoso UAT ticket CHG0030052, copy.review",
    "backup Contoso UAT before go-live ticket CHG0030052, backup.submit",
    "admin mode on Contoso Dev under change ticket CHG0030052, adminmode.submit",
    "turn off background operations of Contoso Dev ticket CHG0030052, adminmode.submit",
    "delete backup Golden configuration of Contoso UAT ticket CHG0030052, deletion.review",
    "retention Contoso Portal 7 days ticket CHG0030052, retention.review"
  })
  void aTypedCommandFillsInTheTicket(String command, String verb) {
    begin();
    alexChat.says(alex, command);
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, verb));
    assertThat(valueOf(form.card(), "ticket").map(text -> text.toUpperCase(Locale.ROOT)))
        .contains("CHG0030052");
  }

  private static Optional<String> valueOf(JsonNode card, String id) {
    return card.findParents("id").stream()
        .filter(input -> input.path("id").asString("").equals(id))
        .map(input -> input.path("value").asString(""))
        .findFirst();
  }

  /** What may be ordered twice has a start of its own. */
  @Test
  void aChangeOfAdministrationModeIsCheckedBeforeItsCallToo() {
    begin();
    alexChat.says(alex, "admin mode on Contoso Dev");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "adminmode.submit"));
    alexChat.clicks(
        alex,
        form,
        "adminmode.submit",
        Map.of("mode", "on", "reason", "deployment", "ticket", "CHG0030052"));
    FakeMessage asked = askedOfMegan();
    tickets.closesAfterChecks = 2;
    meganChat.clicks(megan, asked, "request.approve", Map.of());
    alexChat.awaitText("Change ticket CHG0030052 doesn't allow this: its state is “Closed”");
    pass(Duration.ofHours(1));
    assertThat(modeCalls()).isZero();
    assertThat(tickets.notes()).hasSize(1);
    assertThat(tickets.notes().get(0))
        .contains("Holdfast R-1001: admin-mode of Contoso Dev", "voided");
  }

  @Test
  void withoutATicketSystemNothingThatNeedsATicketIsDone() {
    configured = false;
    start(database, Map.of());
    install();
    alexChat.says(alex, "restore Contoso UAT to Contoso Dev at 2 hours ago");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "restore.review"));
    alexChat.clicks(alex, form, "restore.review", Map.of("reason", "fresh data"));
    FakeMessage review =
        alexChat.awaitMessage(
            "the review",
            m -> m.id().equals(form.id()) && m.text().contains("No ticket system is set up"));
    assertThat(offers(review, "restore.submit")).isFalse();
  }
}
