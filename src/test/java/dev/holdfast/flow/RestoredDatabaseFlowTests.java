package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.audit.AuditVerification;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holdfast's own database is put back to a state that is older than what the service has done. */
@Tag("postgresql")
class RestoredDatabaseFlowTests extends SteppedJob {

  private static final Pattern SQL = Pattern.compile("(?s)```sql\\n(.*?)```");

  /** With the steps of the runbook. */
  @ParameterizedTest
  @EnumSource
  void whatItForgotIsFoundAndNothingIsCalledTwice(Databases kind) {
    TestDatabase database = kind.fresh();
    start(database, Map.of());
    install();
    meganChat.says(megan, "freeze Contoso Dev until tomorrow because of a release");
    meganChat.awaitText("Contoso Dev is frozen until");
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    pass(Duration.ofMinutes(1));
    approve();
    stop();
    TestDatabase backup = kind.copyOf(database);
    start(database, Map.of());
    meganChat.says(megan, "unfreeze Contoso Dev");
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
    stop();

    runbook().lines().forEach(new JdbcTemplate(backup.dataSource())::execute);
    start(backup, Map.of());
    meganChat.says(megan, "unfreeze Contoso Dev");
    meganChat.awaitText("The freeze of Contoso Dev has ended");
    holdfast().goOn();
    assertThat(state(1001)).isEqualTo("APPROVED");
    meganChat.says(megan, "unfreeze");
    FakeMessage stopped =
        alexChat.awaitMessage(
            "the request is stopped",
            m -> m.id().equals(request.id()) && m.text().contains("might have been carried out"));

    assertThat(stopped.text()).contains("no request that Holdfast has stored explains it");
    assertThat(state(1001)).isEqualTo("VOIDED");
    assertThat(restoreCalls()).isEqualTo(1);
    assertThat(holdfast().get(AuditVerification.class).all().state()).isEqualTo(CheckStatus.OK);
    alexChat.says(alex, "restore Contoso UAT to Contoso Dev at 2 hours ago");
    FakeMessage form = alexChat.awaitMessage("a new form", m -> offers(m, "restore.review"));
    alexChat.clicks(alex, form, "restore.review", Map.of("reason", "once more"));
    FakeMessage review = alexChat.awaitMessage("its review", m -> offers(m, "restore.submit"));
    alexChat.clicks(alex, review, "restore.submit", Map.of("confirm", "Contoso Dev"));
    alexChat.awaitText("R-5001");
    approve();
    await()
        .until(
            () -> {
              holdfast().goOn();
              return state(5001).equals("SUCCEEDED");
            });
    assertThat(restoreCalls()).isEqualTo(2);
  }

  /** Where nobody froze anything, and the backup is from before the approval. */
  @ParameterizedTest
  @EnumSource
  void whatWasApprovedSinceIsNotCalledAgainWhenItIsApprovedAgain(Databases kind) {
    TestDatabase database = kind.fresh();
    start(database, Map.of());
    install();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    meganChat.awaitMessage("the approval", m -> offers(m, "request.approve"));
    stop();
    TestDatabase backup = kind.copyOf(database);
    start(database, Map.of());
    pass(Duration.ofMinutes(1));
    approve();
    alexChat.awaitText("Contoso Dev is restored");
    stop();

    start(backup, Map.of());
    meganChat.says(megan, "status R-1001");
    approve();
    alexChat.awaitMessage(
        "the request is stopped",
        m -> m.id().equals(request.id()) && m.text().contains("might have been carried out"));
    assertThat(restoreCalls()).isEqualTo(1);
  }

  private void approve() {
    FakeMessage approval =
        meganChat.awaitMessage("the approval", m -> offers(m, "request.approve"));
    meganChat.clicks(megan, approval, "request.approve", Map.of());
  }

  private String state(int request) {
    return holdfast()
        .get(JdbcTemplate.class)
        .queryForObject("select state from requests where id = ?", String.class, request);
  }

  /** A statement in each line. */
  private static String runbook() {
    try {
      Matcher found = SQL.matcher(Files.readString(Path.of("deploy/RUNBOOK.md")));
      assertThat(found.find()).isTrue();
      return found.group(1).replaceAll("\\s+", " ").replace("; ", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
