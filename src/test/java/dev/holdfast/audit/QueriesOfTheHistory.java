package dev.holdfast.audit;

import dev.holdfast.audit.RequestSearchCriteria.Who;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.testing.plans.Exercise;
import dev.holdfast.testing.plans.GrownTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** What {@code history} can ask the database: each combination of what it searches for. */
public final class QueriesOfTheHistory implements Exercise {

  private static final int PAGE = 11;

  private static final Instant LONG_AGO = Instant.parse("2024-01-20T00:00:00Z");

  /** Of all requests a tenth failed, but none on env-3 and none of {@link GrownTables#PERSON}. */
  private static final List<Optional<RequestState>> STATES =
      List.of(
          none(),
          some(RequestState.FAILED),
          some(RequestState.SUCCEEDED),
          some(RequestState.EXPIRED));

  private static final List<Optional<String>> ENVIRONMENTS =
      List.of(none(), some("env-3"), some("env-rare"), some("env-none"));

  private static final List<Optional<Who>> PEOPLE =
      List.of(none(), withId(GrownTables.PERSON), withId("holdfast"), withId("id-nobody"));

  private record Part(
      Optional<Instant> since, Optional<Instant> until, Optional<RequestId> before) {}

  private static final List<Part> PARTS =
      List.of(
          new Part(none(), none(), none()),
          new Part(none(), none(), some(new RequestId(25_000))),
          new Part(some(LONG_AGO), some(LONG_AGO.plus(Duration.ofDays(7))), none()),
          new Part(some(LONG_AGO), none(), none()),
          new Part(none(), some(LONG_AGO), none()));

  @Override
  public List<Class<?>> beans() {
    return List.of(RequestSearch.class, HistoryIndex.class);
  }

  @Override
  public void run(ApplicationContext context) {
    RequestSearch history = context.getBean(RequestSearch.class);
    searches().forEach(search -> history.find(search, PAGE));
    history.find(
        new RequestSearchCriteria(
            none(),
            some(new Who(GrownTables.PERSON.toUpperCase(Locale.ROOT), none())),
            none(),
            none(),
            none(),
            none()),
        PAGE);
  }

  private static Stream<RequestSearchCriteria> searches() {
    return ENVIRONMENTS.stream()
        .flatMap(
            environment ->
                PEOPLE.stream()
                    .flatMap(
                        person ->
                            STATES.stream().flatMap(state -> parts(environment, person, state))));
  }

  private static Stream<RequestSearchCriteria> parts(
      Optional<String> environment, Optional<Who> person, Optional<RequestState> state) {
    return PARTS.stream()
        .map(
            part ->
                new RequestSearchCriteria(
                    environment, person, state, part.since(), part.until(), part.before()));
  }

  private static Optional<Who> withId(String id) {
    return some(new Who("", some(id)));
  }

  private static <T> Optional<T> some(T value) {
    return Optional.of(value);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
