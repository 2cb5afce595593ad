package dev.holdfast.operation.restore;

import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.choice.ChoiceProvider;
import dev.holdfast.card.view.Choice;
import dev.holdfast.environment.preflight.Rules;
import dev.holdfast.operation.OverwriteTargets;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Environments that a restore can overwrite. */
@Component
class TargetChoiceProvider implements ChoiceProvider {

  private final OverwriteTargets targets;
  private final Rules rules;

  TargetChoiceProvider(OverwriteTargets targets, Rules rules) {
    this.targets = targets;
    this.rules = rules;
  }

  @Override
  public String dataset() {
    return "targets";
  }

  @Override
  public Stream<Choice> choices(ChoiceQuery query, Optional<String> sourceId, int enough) {
    return targets.choices(query, sourceId, enough, rules::legal);
  }
}
