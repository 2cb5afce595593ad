package dev.holdfast.notification.card.duration;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.duration.OperationDurations;
import dev.holdfast.request.duration.UsualDuration;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When an operation started, how long such operations usually take, and how long it took. */
@Component
public class DurationFacts {

  private final OperationDurations durations;
  private final Clock clock;

  DurationFacts(OperationDurations durations, Clock clock) {
    this.durations = durations;
    this.clock = clock;
  }

  /** From when on the card says that it takes longer than usual; empty where it never does. */
  public Optional<Instant> overdueFrom(Request request) {
    return usual(request)
        .flatMap(
            usual -> request.progress().map(OperationProgress::startedAt).map(usual::overdueFrom));
  }

  public List<Fact> of(Request request, CardTexts texts) {
    return request
        .progress()
        .map(OperationProgress::startedAt)
        .map(start -> since(request, start, texts))
        .orElse(List.of());
  }

  /**
   * How long it takes is said only when it is over: a card that stands still would tell an old
   * number.
   */
  private List<Fact> since(Request request, Instant start, CardTexts texts) {
    Stream<Fact> started = Stream.of(texts.fact("requestCard.started", texts.at(start)));
    Stream<Fact> took =
        request.outcome().map(Outcome::at).stream()
            .map(at -> texts.duration(Duration.between(start, at)))
            .map(duration -> texts.fact("requestCard.duration", duration));
    Stream<Fact> usual =
        usual(request).stream().flatMap(it -> expected(request, it, start, texts).stream());
    return Stream.of(started, usual, took).flatMap(facts -> facts).toList();
  }

  /**
   * Of one that runs. Leaving administration mode takes a moment, and where finance and operations
   * is late, the card says that at its head.
   */
  private Optional<UsualDuration> usual(Request request) {
    OperationSpec spec = request.details().spec();
    boolean runs =
        request.state() == RequestState.RUNNING
            || request.state() == RequestState.VERIFYING && !request.completed().isFinOpsLate();
    return runs && !spec.setsState() ? durations.usual(spec) : Optional.empty();
  }

  private List<Fact> expected(
      Request request, UsualDuration usual, Instant start, CardTexts texts) {
    Instant end = usual.expectedEnd(start);
    boolean overdue = usual.isOverdue(start, clock.instant());
    return List.of(
        texts.fact("requestCard.usual", words(request, usual)),
        texts.fact(
            "requestCard.expectedEnd",
            Message.of(
                overdue ? "requestCard.expectedEnd.overdue" : "requestCard.expectedEnd.about",
                "time",
                end)));
  }

  private static Message words(Request request, UsualDuration usual) {
    return Message.of(
        "requestCard.usual.about",
        "count",
        usual.count(),
        "duration",
        usual.median(),
        "operations",
        Message.of(
            "usual.operations",
            "kind",
            request.details().spec().kind(),
            "count",
            usual.count(),
            "environments",
            usual
                .environmentKind()
                .<Object>map(DurationFacts::environments)
                .orElseGet(
                    () -> NameMarks.shown(request.details().spec().affected().displayName()))));
  }

  private static Message environments(String kind) {
    return Message.of(
        "usual.environments",
        "kind",
        Arrays.stream(EnvironmentKind.values())
            .filter(known -> known.key().equals(kind))
            .findFirst()
            .orElse(EnvironmentKind.UNKNOWN)
            .name());
  }
}
