package dev.holdfast.approval.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.window.ApprovalWindow;
import dev.holdfast.request.window.EscalationPoint;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy file says about the time to decide, and about who else may. */
class WindowParserTest {

  private static final String FILE =
      """
      version: 1
      groups:
        owners: {people: 00000000-0000-0000-0000-000000000021}
        desk: {people: 00000000-0000-0000-0000-000000000041}
      business-hours:
        berlin: {days: [fri-mon, wed], from: "08:00", to: "18:00", zone: Europe/Berlin}
      rules:
        - name: Everything
          environments: all
          data-leaves:
            request: "*"
            approve: owners
            expires-after: 8h
            business-hours: berlin
            remind-at: [80%, 50%]
            escalate: {after: 6h, to: desk}
            delegates: desk
          held: {request: "*"}
      """;

  @Test
  void readsAllOfIt() {
    RoleRule role = role(FILE, EnvironmentRole.DATA_LEAVES);
    ApprovalWindow window = role.window();
    assertThat(window.length()).isEqualTo(Duration.ofHours(8));
    assertThat(window.remindAt()).containsExactly(50, 80);
    assertThat(window.escalation()).contains(EscalationPoint.time(Duration.ofHours(6)));
    assertThat(window.hours().orElseThrow().days())
        .containsExactly(
            DayOfWeek.MONDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.FRIDAY,
            DayOfWeek.SATURDAY,
            DayOfWeek.SUNDAY);
    assertThat(role.substitutes().reserve().all())
        .isEqualTo(role.substitutes().delegates().all())
        .containsExactly("00000000-0000-0000-0000-000000000041");
    ApprovalWindow unsaid = role(FILE, EnvironmentRole.HELD).window();
    assertThat(unsaid)
        .isEqualTo(
            new ApprovalWindow(
                Duration.ofHours(24), List.of(50), Optional.empty(), Optional.empty()));
  }

  @Test
  void aShareAndHoursOfItsOwn() {
    String own =
        FILE.replace("after: 6h", "after: 75%")
            .replace(
                "business-hours: berlin",
                "business-hours: {days: mon, from: 08:00, to: 09:30, zone: UTC}")
            .replace("remind-at: [80%, 50%]", "remind-at: none");
    ApprovalWindow window = role(own, EnvironmentRole.DATA_LEAVES).window();
    assertThat(window.remindAt()).isEmpty();
    assertThat(window.escalation()).contains(EscalationPoint.share(75));
    assertThat(window.hours().orElseThrow().days()).containsExactly(DayOfWeek.MONDAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "expires-after: 8h | expires-after: 1d | line 13, column 22: with business-hours",
        "business-hours: berlin | business-hours: rome | line 14, column 23: “rome” isn't the name",
        "[80%, 50%] | [80] | line 15, column 19: remind-at has to be none or shares",
        "[80%, 50%] | [] | line 15, column 18: remind-at is empty",
        "after: 6h | after: 8h | line 16, column 25: after has to be a share",
        "after: 6h | after: 100% | line 16, column 25: after has to be a share",
        "after: 6h, to: desk | after: 6h | to is missing",
        "after: 6h, to: desk | to: desk | after is missing",
        "to: desk | to: '*' | line 16, column 33: name people in to",
        "to: desk | whom: desk | whom isn't known here",
        "delegates: desk | delegates: '*' | line 17, column 18: name people in delegates",
        "delegates: desk | delegates: dusk | line 17, column 18: “dusk” is neither",
        "fri-mon | fri-moon | line 6, column 19: “fri-moon” has to be a day",
        "`from: \"08:00\"` | from: 8 | line 6, column 40: from has to be a time",
        "`to: \"18:00\"` | `to: \"08:00\"` | to has to be later than from",
        "Europe/Berlin | Berlin | zone has to be a time zone",
        "zone: | zones: | zone is missing",
        "zone: | other: 1, zone: | other isn't known here",
      })
  void saysWhereAndWhatIsWrong(String right, String wrong, String expected) {
    PolicyParseResult read = PolicyFileParser.parse(FILE.replace(right, wrong));
    assertThat(read.policy()).isEmpty();
    assertThat(read.problems())
        .extracting(PolicyProblem::toString)
        .anyMatch(it -> it.contains(expected));
  }

  @Test
  void eachChangeIsToldInWords() {
    Policy before = policy(FILE);
    assertThat(PolicyDescription.of(before).get(0))
        .endsWith(
            "within PT8H, safety backup none, counting mon wed fri sat sun 08:00-18:00"
                + " Europe/Berlin, reminders at 50% 80%, after PT6H also"
                + " 00000000-0000-0000-0000-000000000041, delegates"
                + " 00000000-0000-0000-0000-000000000041");
    for (String key :
        List.of(
            "business-hours: berlin",
            "remind-at: [80%, 50%]",
            "escalate: {after: 6h, to: desk}",
            "delegates: desk")) {
      Policy next = policy(FILE.replace("      " + key + "\n", ""));
      assertThat(PolicyDescription.changes(before, next)).as(key).hasSize(2);
    }
  }

  private static RoleRule role(String text, EnvironmentRole role) {
    return policy(text).rules().get(0).role(role).orElseThrow();
  }

  private static Policy policy(String text) {
    return PolicyFileParser.parse(text).policy().orElseThrow();
  }
}
