package dev.holdfast.card;

import dev.holdfast.card.view.EnvironmentSummary;
import java.util.Optional;

/**
 * While the preflight checks run. A later card takes its place.
 *
 * @param sentence what is going on, and how long it may take
 */
public record CheckingView(
    EnvironmentSummary from, Optional<EnvironmentSummary> to, String sentence) implements CardView {

  @Override
  public String template() {
    return "checking";
  }

  @Override
  public String summary() {
    return "Checking the restore from "
        + from.name()
        + to.map(side -> " to " + side.name()).orElse("");
  }
}
