package dev.holdfast.operation.start;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.request.schedule.PlannedStart;
import java.util.List;
import java.util.Optional;

/** The planned start on a card. */
public final class StartFacts {

  private StartFacts() {}

  public static List<Fact> of(Optional<PlannedStart> planned, CardTexts texts) {
    return planned
        .map(
            start ->
                List.of(
                    texts.fact("plannedStart.name", texts.at(start.notBefore())),
                    texts.fact("plannedStart.until", texts.at(start.latest()))))
        .orElse(List.of());
  }
}
