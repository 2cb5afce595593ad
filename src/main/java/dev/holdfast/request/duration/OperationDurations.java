package dev.holdfast.request.duration;

import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.RequestSummaries;
import dev.holdfast.request.store.RequestSummary;
import dev.holdfast.request.store.RequestSummary.Took;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How long operations took lately. It reads what lists show of a limited number of requests. */
@Component
public class OperationDurations {

  private static final int RECENT = 50;

  /** What the policy calls the kind of an environment. */
  private static final String KIND = "kind";

  private final RequestSummaries requests;

  OperationDurations(RequestSummaries requests) {
    this.requests = requests;
  }

  /**
   * How long the service's operations of this type took on the same environment, the newest first.
   */
  public List<Duration> onSameEnvironment(OperationSpec spec) {
    return took(own(spec), Took::operation).toList();
  }

  /**
   * How long they took until Holdfast had verified them: on the same environment, or if there was
   * none, on environments of its kind. Empty where nothing is known.
   */
  public Optional<UsualDuration> usual(OperationSpec spec) {
    return UsualDuration.of(took(own(spec), Took::whole).toList(), Optional.empty())
        .or(() -> kind(spec.affected()).flatMap(kind -> ofKind(spec, kind)));
  }

  private Stream<RequestSummary> own(OperationSpec spec) {
    String environment = spec.affected().id();
    return requests.newestOn(environment, RECENT).stream()
        .filter(isSame(spec))
        .filter(ended -> ended.affected().id().equals(environment));
  }

  private Optional<UsualDuration> ofKind(OperationSpec spec, String kind) {
    List<Duration> known =
        took(
                requests.newestSucceeded(RECENT).stream()
                    .filter(isSame(spec))
                    .filter(ended -> kind(ended.affected()).filter(kind::equals).isPresent()),
                Took::whole)
            .toList();
    return UsualDuration.of(known, Optional.of(kind));
  }

  private static Predicate<RequestSummary> isSame(OperationSpec spec) {
    return ended -> ended.kind().equals(spec.kind());
  }

  private static Optional<String> kind(EnvironmentRef environment) {
    return Optional.ofNullable(environment.attributes().get(KIND));
  }

  private static Stream<Duration> took(
      Stream<RequestSummary> ended, Function<Took, Duration> which) {
    return ended.flatMap(one -> one.took().stream()).map(which);
  }
}
