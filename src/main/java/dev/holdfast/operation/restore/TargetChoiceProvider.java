package dev.holdfast.operation.restore;

import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.choice.ChoiceProvider;
import dev.holdfast.bot.environment.EnvironmentChoices;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.card.view.Choice;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Rules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Environments that can be overwritten. */
@Component
class TargetChoiceProvider implements ChoiceProvider {

  private final EnvironmentCatalog catalog;
  private final EnvironmentChoices environments;
  private final Rules rules;
  private final PolicyEvaluator policy;

  TargetChoiceProvider(
      EnvironmentCatalog catalog,
      EnvironmentChoices environments,
      Rules rules,
      PolicyEvaluator policy) {
    this.catalog = catalog;
    this.environments = environments;
    this.rules = rules;
    this.policy = policy;
  }

  @Override
  public String dataset() {
    return "targets";
  }

  /** Without a source that is known, every environment that the policy lets be overwritten. */
  @Override
  public Stream<Choice> choices(ChoiceQuery query, Optional<String> sourceId, int enough) {
    List<EnvironmentProfile> found = catalog.suggest(query.text(), enough);
    if (found.isEmpty()) {
      return Stream.empty();
    }
    Optional<EnvironmentProfile> source = sourceId.flatMap(catalog::inMemory);
    List<EnvironmentProfile> ordered =
        query.text().isBlank() && source.isPresent()
            ? EnvironmentViewMapper.nearestFirst(found, source.get())
            : found;
    return environments.of(
        ordered,
        target ->
            source.filter(from -> !rules.legal(from, target)).isEmpty()
                && policy.mayOverwrite(EnvironmentViewMapper.name(target)),
        enough,
        query.who().texts());
  }
}
