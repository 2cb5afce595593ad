package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.TargetObservation;
import java.util.ArrayList;
import java.util.List;

/** What was read of the target after it was overwritten, on its card; and what wasn't. */
final class TargetFacts {

  private TargetFacts() {}

  static List<Fact> of(Request request, CardTexts texts) {
    String name = texts.of("target.state", "environment", RequestTexts.affected(request));
    if (request.completed().targetObservation().isEmpty()) {
      return request.completed().targetIsToBeSeen()
          ? List.of(new Fact(name, texts.of("target.state.notRead")))
          : List.of();
    }
    TargetObservation seen = request.completed().targetObservation().get();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(name, state(seen, texts)));
    seen.background().ifPresent(word -> facts.add(texts.fact("target.background", word)));
    seen.financeAndOperations()
        .ifPresent(
            apps ->
                facts.add(
                    texts.fact(
                        "target.finops",
                        apps.state().orElseGet(() -> texts.of("target.finops.notRead")))));
    return facts;
  }

  private static String state(TargetObservation seen, CardTexts texts) {
    return seen.state().isEmpty()
        ? texts.of("target.state.notReported", "time", seen.at())
        : texts.of("target.state.read", "state", seen.state(), "time", seen.at());
  }
}
