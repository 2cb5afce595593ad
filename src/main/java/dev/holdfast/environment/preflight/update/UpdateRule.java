package dev.holdfast.environment.preflight.update;

import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.PreflightRule;
import dev.holdfast.message.Message;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What updates of the apps have to do with what is to start (rule R40). */
abstract class UpdateRule implements PreflightRule {

  private static final int DAYS_OF_A_WEEK = 7;

  @Override
  public final String id() {
    return "R40";
  }

  @Override
  public final Message source() {
    return Message.of("rule.source.updates");
  }

  /** Whether it may have apps that Power Platform updates. */
  static boolean isUpdated(EnvironmentProfile environment) {
    return environment.kind().unified() || environment.kind() == EnvironmentKind.UNKNOWN;
  }

  /** The weekdays, in UTC, on which an interval lies. */
  static Set<DayOfWeek> weekdays(Instant from, Instant to) {
    LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
    LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC);
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (int i = 0; i < DAYS_OF_A_WEEK && !first.plusDays(i).isAfter(last); i++) {
      days.add(first.plusDays(i).getDayOfWeek());
    }
    return days;
  }

  /** From Monday on; not empty. */
  static List<DayOfWeek> sorted(Set<DayOfWeek> days) {
    return days.stream().sorted().toList();
  }
}
