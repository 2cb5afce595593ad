package dev.holdfast.approval.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.guard.PolicyGuard;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The policy file is read again when it changes, as a whole or not at all. */
class PolicyFileTests {

  private static final String POLICY =
      """
      version: 1
      rules:
        - name: All
          environments: all
          held: {request: 00000000-0000-0000-0000-000000000021}
      """;

  @TempDir private Path folder;
  private Path path;
  private Workbench bench;
  private PolicyGuard guard;

  @BeforeEach
  void open() throws IOException {
    path = Files.writeString(folder.resolve("policy.yaml"), POLICY);
    bench =
        new Workbench(Databases.H2.fresh())
            .with(PolicyProperties.class, new PolicyProperties(List.of()))
            .with(
                PolicyFileProperties.class, new PolicyFileProperties(Optional.of(path.toString())))
            .open("request", "approval", "audit");
    guard = bench.get(PolicyGuard.class);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void itIsInForceFromTheStart() {
    assertThat(inForce()).isEqualTo(digestOf(POLICY));
  }

  @Test
  void aChangeIsInForceAndInTheAuditLog() throws IOException {
    String wider = POLICY.replace("00000000-0000-0000-0000-000000000021", "'*'");
    Files.writeString(path, wider);
    guard.refresh();
    assertThat(inForce()).isEqualTo(digestOf(wider));
    assertThat(audited())
        .singleElement()
        .asString()
        .contains(
            digestOf(wider),
            digestOf(POLICY),
            "now: 1. All (every environment), held: requested by everybody");
    guard.refresh();
    assertThat(audited()).hasSize(1);
  }

  @Test
  void aWrongFileChangesNothingAndTheDoctorSaysWhere() throws IOException {
    Files.writeString(path, POLICY.replace("held:", "hold:"));
    guard.refresh();
    assertThat(inForce()).isEqualTo(digestOf(POLICY));
    assertThat(check().state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(check().sentence()).contains("line 5, column 5", "hold isn't known here");
    Files.delete(path);
    guard.refresh();
    assertThat(inForce()).isEqualTo(digestOf(POLICY));
    assertThat(check().state()).isEqualTo(CheckStatus.BROKEN);
    Files.writeString(path, POLICY);
    guard.refresh();
    assertThat(check().state()).isEqualTo(CheckStatus.OK);
    assertThat(audited()).isEmpty();
  }

  /** The guard compares it and the database keeps it, so every replica has the same calendar. */
  @Test
  void aCalendarFileIsPartOfThePolicy() throws IOException {
    String ics =
        """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART:20261228T000000Z
        DURATION:P10D
        END:VEVENT
        END:VCALENDAR
        """;
    Path calendar = Files.writeString(folder.resolve("close.ics"), ics);
    Files.writeString(
        path,
        POLICY
            + """
            calendars: {close: {ics: close.ics}}
            freezes: [{reason: Year-end close, environments: all, calendars: close}]
            """);
    guard.refresh();
    String first = inForce();
    Files.writeString(calendar, ics.replace("P10D", "P11D"));
    guard.refresh();
    assertThat(inForce()).isNotEqualTo(first);
    assertThat(bench.get(PolicyInForce.class).get().freezes().get(0).calendars().get(0).events())
        .singleElement()
        .asString()
        .contains("P11D");
    assertThat(audited().get(1))
        .contains("no longer: calendar close:", "P10D", "now: calendar close:", "P11D");
    Files.delete(calendar);
    guard.refresh();
    assertThat(check().sentence()).contains("close.ics can't be read");
    Files.writeString(calendar, ics.replace("P10D", "P11D"));
    guard.refresh();
    assertThat(check().state()).isEqualTo(CheckStatus.OK);
    assertThat(audited()).hasSize(2);
  }

  private String inForce() {
    return bench.get(PolicyInForce.class).get().digest();
  }

  private static String digestOf(String text) {
    return PolicyFileParser.parse(text).policy().orElseThrow().digest();
  }

  private CheckResult check() {
    return bench.get(PolicyFileCheck.class).check();
  }

  private List<String> audited() {
    return bench
        .get(JdbcClient.class)
        .sql("select words from audit where what = 'POLICY_CHANGED' order by id")
        .query(String.class)
        .list();
  }
}
