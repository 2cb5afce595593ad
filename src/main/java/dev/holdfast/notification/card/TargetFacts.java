package dev.holdfast.notification.card;

import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.Fact;
import dev.holdfast.request.Request;
import dev.holdfast.request.TargetObservation;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What was read of the target after a restore, on its card; and what wasn't. */
final class TargetFacts {

  private TargetFacts() {}

  static List<Fact> of(Request request, ZoneId zone) {
    String name = "State of " + request.details().spec().affected().displayName();
    if (request.targetObservation().isEmpty()) {
      return request.completed().targetIsToBeSeen()
          ? List.of(new Fact(name, "not read yet"))
          : List.of();
    }
    TargetObservation seen = request.targetObservation().get();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            name,
            (seen.state().isEmpty() ? "not reported by Power Platform" : seen.state())
                + ", read "
                + DateTimeFormat.both(seen.at(), zone)));
    seen.background().ifPresent(word -> facts.add(new Fact("Background operations", word)));
    seen.financeAndOperations()
        .ifPresent(
            apps -> facts.add(new Fact("Finance and operations", apps.state().orElse("not read"))));
    return facts;
  }
}
