package dev.holdfast.approval.window;

import dev.holdfast.request.Request;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.request.window.ApprovalWindow;
import dev.holdfast.request.window.ConsentWindow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that is due while a request awaits approval. */
record WindowPoint(Kind kind, Instant at) {

  /** The names are stored. */
  enum Kind {
    /** Those who haven't decided are reminded. */
    REMINDER,
    /** A second group may approve, too. */
    ESCALATION,
    /** The requester is told that time is running out. */
    EXPIRY_WARNING
  }

  /** When the requester is warned, in percent of the time to decide. */
  private static final int WARNING = 80;

  WindowPoint {
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** All of a request, by its terms in force; none where its rules say nothing about time. */
  static List<WindowPoint> of(Request request) {
    Instant begin = begin(request);
    Instant end = request.terms().expiresAt();
    Stream<WindowPoint> warning =
        timings(request)
            .map(window -> window.share(begin, end, WARNING))
            .min(Instant::compareTo)
            .map(at -> new WindowPoint(Kind.EXPIRY_WARNING, at))
            .stream();
    Stream<WindowPoint> reminders =
        timings(request)
            .flatMap(window -> window.reminders(begin, end).stream())
            .map(at -> new WindowPoint(Kind.REMINDER, at));
    Stream<WindowPoint> escalations =
        needed(request)
            .filter(consent -> !consent.isEscalated())
            .flatMap(consent -> escalation(consent, begin, end).stream());
    return Stream.of(reminders, escalations, warning).flatMap(points -> points).distinct().toList();
  }

  /** The keys of the consents that escalate at this point. */
  List<String> escalated(Request request) {
    return needed(request)
        .filter(
            consent ->
                escalation(consent, begin(request), request.terms().expiresAt())
                    .filter(this::equals)
                    .isPresent())
        .map(RequiredConsent::key)
        .toList();
  }

  private static Optional<WindowPoint> escalation(
      RequiredConsent consent, Instant begin, Instant end) {
    return consent
        .window()
        .flatMap(window -> window.timing().escalatesAt(begin, end))
        .map(at -> new WindowPoint(Kind.ESCALATION, at));
  }

  private static Instant begin(Request request) {
    ApprovalTerms terms = request.terms();
    return terms.renewedAt().orElse(request.details().submission().at());
  }

  private static Stream<ApprovalWindow> timings(Request request) {
    return needed(request).flatMap(consent -> consent.window().stream()).map(ConsentWindow::timing);
  }

  private static Stream<RequiredConsent> needed(Request request) {
    return request.terms().consents().stream().filter(consent -> consent.approvals() > 0);
  }

  /** For the name of a task. */
  @Override
  public String toString() {
    return kind + "/" + at;
  }

  static Optional<WindowPoint> parse(String text) {
    int slash = text.indexOf('/');
    try {
      return slash < 0
          ? Optional.empty()
          : Optional.of(
              new WindowPoint(
                  Kind.valueOf(text.substring(0, slash)),
                  Instant.parse(text.substring(slash + 1))));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
