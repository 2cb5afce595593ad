package dev.holdfast.operation.copy;

import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.choice.ChoiceProvider;
import dev.holdfast.card.view.Choice;
import dev.holdfast.operation.OverwriteTargets;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Environments that a copy can overwrite. */
@Component
class CopyTargetChoiceProvider implements ChoiceProvider {

  private final OverwriteTargets targets;
  private final CopyRules rules;

  CopyTargetChoiceProvider(OverwriteTargets targets, CopyRules rules) {
    this.targets = targets;
    this.rules = rules;
  }

  @Override
  public String dataset() {
    return "copy-targets";
  }

  @Override
  public Stream<Choice> choices(ChoiceQuery query, Optional<String> sourceId, int enough) {
    return targets.choices(query, sourceId, enough, rules::legal);
  }
}
