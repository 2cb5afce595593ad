package dev.holdfast.audit;

import static dev.holdfast.testing.Samples.MEGAN;

import dev.holdfast.audit.HistorySearch.Who;
import dev.holdfast.request.Incident;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.State;
import dev.holdfast.testing.plans.Exercise;
import dev.holdfast.testing.plans.GrownTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfTheLog implements Exercise {

  private static final Instant LONG_AGO = Instant.parse("2024-01-20T00:00:00Z");

  @Override
  public List<Class<?>> beans() {
    return List.of(
        AuditTrail.class,
        Chain.class,
        History.class,
        LogVerifier.class,
        RequestComparison.class,
        Seals.class,
        Sweeping.class,
        VerificationTask.class,
        VerificationTask.Progress.class,
        VerifiedPositions.class);
  }

  @Override
  public void run(ApplicationContext context) {
    context
        .getBean(AuditTrail.class)
        .on(
            new Incident(
                new RequestId(500),
                Incident.What.DECISION_REFUSED,
                State.RUNNING,
                MEGAN,
                LONG_AGO,
                ""));
    Seals seals = context.getBean(Seals.class);
    seals.moved(seals.lock());
    context.getBean(Sweeping.Sweep.class).all();
    context.getBean(VerificationTask.Progress.class).advance(Duration.ofSeconds(10));
    Chain chain = context.getBean(Chain.class);
    chain.between(500, 520);
    context.getBean(RequestComparison.class).next(500);
    history(context.getBean(History.class));
  }

  private static void history(History history) {
    for (Optional<String> environment :
        List.of(some("env-3"), some("env-rare"), some("env-none"))) {
      history.find(search(environment, none(), none(), none(), none()), 11);
      history.find(search(environment, none(), none(), some(LONG_AGO), some(later())), 11);
      history.find(search(environment, none(), some(State.SUCCEEDED), none(), none()), 11);
    }
    history.find(search(some("env-3"), none(), some(State.EXPIRED), none(), none()), 11);
    history.find(search(none(), none(), none(), none(), none()), 11);
    history.find(search(none(), none(), some(State.FAILED), none(), none()), 11);
    history.find(search(none(), none(), some(State.EXPIRED), none(), none()), 11);
    history.find(search(none(), none(), none(), some(LONG_AGO), none()), 11);
    history.find(search(none(), none(), none(), none(), some(LONG_AGO)), 11);
    history.find(search(none(), none(), some(State.FAILED), none(), some(LONG_AGO)), 11);
    for (String id : List.of(GrownTables.PERSON, "id-rare", "id-nobody", "holdfast")) {
      Optional<Who> person = some(new Who("", some(id)));
      history.find(search(none(), person, none(), none(), none()), 11);
      history.find(search(none(), person, none(), some(LONG_AGO), some(later())), 11);
    }
    history.find(
        search(some("env-3"), some(new Who("", some("id-17"))), none(), none(), none()), 11);
    history.find(
        search(
            none(),
            some(new Who(GrownTables.PERSON.toUpperCase(Locale.ROOT), none())),
            none(),
            none(),
            none()),
        11);
  }

  private static Instant later() {
    return LONG_AGO.plus(Duration.ofDays(7));
  }

  private static HistorySearch search(
      Optional<String> environment,
      Optional<Who> person,
      Optional<State> state,
      Optional<Instant> since,
      Optional<Instant> until) {
    return new HistorySearch(environment, person, state, since, until, none());
  }

  private static <T> Optional<T> some(T value) {
    return Optional.of(value);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
