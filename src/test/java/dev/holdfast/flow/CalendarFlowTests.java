package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Windows and freezes of a policy file, from the form to the call. It's 10:00 in UTC. */
@EachDatabase
class CalendarFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      calendars:
        nights:
          zone: UTC
          events: [{start: "2026-11-01 20:00", lasts: 8h, repeats: FREQ=DAILY}]
      rules:
        - name: Everything
          environments: all
          windows: [{operations: restore, calendars: nights, emergencies: pass}]
          data-leaves: {request: "*", approvals: 0}
          overwritten:
            request: "*"
            approve: %2$s
            safety-backup: none
            emergency: {request: %1$s, reviewers: %2$s}
          held: {request: "*"}
      """;

  private static final String FREEZE =
      """
      freezes: [{reason: Year-end close, environments: all, operations: restore, calendars: close}]
      """;

  private static final String CLOSE =
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART:20261120T180000Z
      DTEND:20261121T230000Z
      END:VEVENT
      END:VCALENDAR
      """;

  @TempDir private Path folder;
  private final TestDatabase database;

  CalendarFlowTests(Databases databases) {
    this.database = databases.fresh();
  }

  @Override
  Map<String, Object> settings() {
    return under(policy(""));
  }

  private Path policy(String freezes) {
    write(folder.resolve("close.ics"), CLOSE);
    return write(
        folder.resolve("policy.yaml"),
        POLICY
                .formatted(alex.entraId(), megan.entraId())
                .replace(
                    "rules:", freezes.isEmpty() ? "rules:" : "  close: {ics: close.ics}\nrules:")
            + freezes);
  }

  private void begin() {
    start(database, Map.of());
    install();
  }

  private FakeMessage approved() {
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage asked = meganChat.awaitText("Approve this restore?");
    assertThat(asked.text()).contains("is outside its windows: nights.");
    meganChat.clicks(megan, asked, "request.approve", Map.of());
    return request;
  }

  private void awaitOwn(FakeMessage request, String text) {
    alexChat.awaitMessage(text, m -> m.id().equals(request.id()) && m.text().contains(text));
  }

  @Test
  void aPlannedStartIsHeldToTheWindowsAtItsTime() {
    begin();
    FakeMessage inside = review("start in 11 hours");
    assertThat(inside.text()).contains("The policy's calendars let it start then.");
    FakeMessage outside = review("start in 2 hours");
    assertThat(outside.text()).contains("That's after its grace period, which ends at");
    FakeMessage late = review("start in 9 hours");
    assertThat(late.text()).contains("An approved request waits until then.");
  }

  /** The freeze keeps it from the first window. */
  @Test
  void theCalendarShowsWhenItStartsAndWhy() {
    begin();
    FakeMessage request = approved();
    awaitOwn(request, "is outside its windows");
    FakeMessage before = alexChat.says(alex, "calendar").awaitText("The next seven days");
    assertThat(before.text())
        .contains(
            "21:00–05:00 **Window: nights, for Restore**",
            "from 21:00 **Restore R-1001**",
            "Contoso UAT → Contoso Dev · waits until then for its window")
        .doesNotContain("don't allow a start then");
    String digest = holdfast().get(PolicyInForce.class).get().digest();
    policy(FREEZE);
    await().until(() -> !holdfast().get(PolicyInForce.class).get().digest().equals(digest));
    FakeMessage after =
        alexChat.says(alex, "calendar Contoso Dev").awaitText("The next seven days of Contoso Dev");
    assertThat(after.text()).contains("Freeze: Year-end close", "from 00:00 **Restore R-1001**");
    assertThat(after.text().indexOf("from 00:00")).isGreaterThan(after.text().indexOf("Sunday 22"));
  }

  private FakeMessage review(String start) {
    alexChat.says(alex, "restore Contoso UAT to Contoso Dev at 2 hours ago " + start);
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "restore.review"));
    alexChat.clicks(alex, form, "restore.review", Map.of("reason", "fresh data"));
    return alexChat.awaitMessage(
        "the review", m -> m.id().equals(form.id()) && m.text().contains("calendars"));
  }

  @Test
  void outsideItsWindowARequestWaitsAndStartsInsideOnce() {
    begin();
    FakeMessage review = reviewRestore("Contoso UAT", "Contoso Dev");
    assertThat(review.text())
        .contains(
            "is outside its windows: nights. The next start at which it fits is",
            "An approved request waits until then. An emergency doesn't wait.");
    FakeMessage request = approved();
    awaitOwn(request, "The next start at which it fits is");
    alexChat
        .says(alex, "why R-1001")
        .awaitText("Only within these calendars may this run: nights.");
    alexChat.awaitText("is outside its windows: nights.");
    start(database, Map.of());
    pass(Duration.ofHours(9).plusMinutes(50));
    assertThat(restoreCalls()).isZero();

    pass(Duration.ofMinutes(20));

    alexChat.awaitText("Contoso Dev is restored");
    pass(Duration.ofDays(2));
    assertThat(restoreCalls()).isEqualTo(1);
    assertThat(passed()).isEmpty();
  }

  /** It may be the whole day until the window opens. */
  @Test
  void whatMayRunNowDoesNotWaitForIt() {
    begin();
    approved();
    alexChat.says(alex, "backup Contoso Dev before go-live");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "backup.submit"));
    alexChat.clicks(alex, form, "backup.submit", Map.of());
    alexChat.awaitText("R-1002");
    pass(Duration.ofHours(1));
    assertThat(backupCalls()).isEqualTo(1);
    assertThat(restoreCalls()).isZero();
  }

  @Test
  void aFreezeThatIsPlannedWhileItWaitsMovesItsStart() {
    begin();
    FakeMessage request = approved();
    awaitOwn(request, "is outside its windows");
    String before = holdfast().get(PolicyInForce.class).get().digest();
    policy(FREEZE);
    await().until(() -> !holdfast().get(PolicyInForce.class).get().digest().equals(before));

    pass(Duration.ofHours(11));

    awaitOwn(request, "Frozen by the policy until");
    awaitOwn(request, "Reason: “Year-end close”.");
    pass(Duration.ofHours(25));
    assertThat(restoreCalls()).isZero();
    pass(Duration.ofHours(2));
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @Test
  void whatThePolicyNoLongerHoldsUpStarts() {
    begin();
    FakeMessage request = approved();
    awaitOwn(request, "is outside its windows");
    String before = holdfast().get(PolicyInForce.class).get().digest();
    write(
        folder.resolve("policy.yaml"),
        POLICY.replaceAll("(?m)^ *windows: .*$", "").formatted(alex.entraId(), megan.entraId()));
    await().until(() -> !holdfast().get(PolicyInForce.class).get().digest().equals(before));
    pass(Duration.ofMinutes(10));
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @Test
  void anEmergencyPassesItsWindowWhichIsInTheAuditLog() {
    begin();
    FakeMessage review = reviewRestore("Contoso UAT", "Contoso Dev");
    alexChat.clicks(
        alex, review, "restore.submit", Map.of("confirm", "Contoso Dev", "emergency", "true"));
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
    assertThat(passed())
        .singleElement()
        .asString()
        .startsWith("Contoso Dev is outside its windows: nights.");
  }

  private List<String> passed() {
    return holdfast()
        .get(JdbcClient.class)
        .sql("select words from audit where what = 'WINDOW_PASSED' and who_name = 'Alex Wilber'")
        .query(String.class)
        .list();
  }
}
