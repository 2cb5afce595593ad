package dev.holdfast.notification.card;

import dev.holdfast.approval.Permission;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Choice;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.CandidateOperation;
import dev.holdfast.request.step.ResolutionKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    CardTexts texts = new CardTexts(reading.zone());
    String said = OutcomeResolutionTexts.sentence(request, texts).orElse("");
    Set<ResolutionKind> ways = ways(reading, possible);
    Optional<Map<String, String>> stop =
        Optional.of(RequestTexts.idOnly(request))
            .filter(id -> reading.may(Permission.STOP_WAITING));
    if (said.isEmpty() && ways.isEmpty() && stop.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new OutcomeResolutionView(
            said,
            choices(request, ways, texts),
            ways.contains(ResolutionKind.RAN_AS),
            ways.contains(ResolutionKind.CALL_AGAIN),
            error,
            ways.isEmpty() ? Optional.empty() : Optional.of(RequestTexts.idAndVersion(request)),
            stop));
  }

  private static Set<ResolutionKind> ways(ViewerContext reading, Set<ResolutionKind> possible) {
    if (!reading.may(Permission.RESOLVE)) {
      return Set.of();
    }
    return possible.stream()
        .filter(way -> way != ResolutionKind.CALL_AGAIN || reading.may(Permission.CALL_AGAIN))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ResolutionKind.class)));
  }

  private static List<Choice> choices(Request request, Set<ResolutionKind> ways, CardTexts texts) {
    List<Choice> choices = new ArrayList<>();
    if (ways.contains(ResolutionKind.RAN_AS)) {
      request.resolution().candidates().stream()
          .limit(CANDIDATES)
          .forEach(
              found ->
                  choices.add(
                      new Choice(
                          ranAs(found, texts), ResolutionKind.RAN_AS.name() + ID + found.id())));
    }
    boolean proposed = request.resolution().proposal().isPresent();
    ways.forEach(
        way ->
            choices.add(
                new Choice(texts.of(OutcomeResolutionTexts.choice(way, proposed)), way.name())));
    return choices;
  }

  private static String ranAs(CandidateOperation found, CardTexts texts) {
    String details =
        Stream.of(
                Optional.of(found.serviceStatus()),
                found.createdAt().map(texts::at),
                Optional.of(found.requestedBy())
                    .filter(by -> !by.isBlank())
                    .map(by -> texts.of("resolution.candidate.by", "person", by)))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return texts.of(
        "resolution.candidate", "operation", found.type(), "details", details, "id", found.id());
  }
}
