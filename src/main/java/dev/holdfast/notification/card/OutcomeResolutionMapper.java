package dev.holdfast.notification.card;


import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.Choice;
import dev.holdfast.request.CandidateOperation;
import dev.holdfast.request.Request;
import dev.holdfast.request.ResolutionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An outcome that is not known, on the card of its request. */
final class OutcomeResolutionMapper {

  /** In the value of a choice, before the id of an operation that was found. */
  private static final String ID = ":";

  /** More are typed. */
  private static final int CANDIDATES = 5;

  private OutcomeResolutionMapper() {}

  /**
   * @param possible the ways in which it can be settled now
   */
  static Optional<OutcomeResolutionView> view(
      Request request, ViewerContext reading, Set<ResolutionKind> possible, String error) {
    String said = OutcomeResolutionTexts.sentence(request, reading.zone()).orElse("");
    boolean offered = reading.settles(request) && !request.leaving().isUnderWay();
    Set<ResolutionKind> ways = offered ? possible : Set.of();
    if (said.isEmpty() && ways.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new OutcomeResolutionView(
            said,
            choices(request, ways, reading),
            ways.contains(ResolutionKind.RAN_AS),
            ways.contains(ResolutionKind.CALL_AGAIN),
            error,
            ways.isEmpty() ? Optional.empty() : Optional.of(RequestTexts.idAndVersion(request))));
  }

  private static List<Choice> choices(
      Request request, Set<ResolutionKind> ways, ViewerContext reading) {
    List<Choice> choices = new ArrayList<>();
    if (ways.contains(ResolutionKind.RAN_AS)) {
      request.resolution().candidates().stream()
          .limit(CANDIDATES)
          .forEach(
              found ->
                  choices.add(
                      new Choice(
                          ranAs(found, reading), ResolutionKind.RAN_AS.name() + ID + found.id())));
    }
    ways.forEach(way -> choices.add(new Choice(OutcomeResolutionTexts.choice(way), way.name())));
    return choices;
  }

  private static String ranAs(CandidateOperation found, ViewerContext reading) {
    String by = found.requestedBy().isBlank() ? "" : ", by " + found.requestedBy();
    String at =
        found.createdAt().map(when -> ", " + DateTimeFormat.both(when, reading.zone())).orElse("");
    return "It ran as %s (%s%s%s) %s"
        .formatted(found.type(), found.serviceStatus(), at, by, found.id());
  }
}
