package dev.holdfast.chat.calendar;

import dev.holdfast.calendar.Span;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a calendar is to show.
 *
 * @param reader sees nothing of environments and requests that they may not see
 * @param one the environment that it's about, as it was just read; empty for all
 * @param environments those that it's about and the reader may see
 * @param span which days
 */
record CalendarQuery(
    Person reader, Optional<EnvironmentProfile> one, List<EnvironmentRef> environments, Span span) {

  CalendarQuery {
    environments = List.copyOf(environments);
  }

  Instant now() {
    return span.from();
  }

  /** Whether it's about an environment. */
  boolean isAbout(EnvironmentRef environment) {
    return one.isEmpty() || one.get().id().equals(environment.id());
  }
}
