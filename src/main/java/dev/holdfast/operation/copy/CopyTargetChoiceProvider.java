package dev.holdfast.operation.copy;

import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.choice.ChoiceProvider;
import dev.holdfast.bot.environment.EnvironmentChoices;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.card.view.Choice;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentProfile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Environments that a copy can overwrite. */
@Component
class CopyTargetChoiceProvider implements ChoiceProvider {

  private final EnvironmentCatalog catalog;
  private final EnvironmentChoices environments;
  private final PolicyEvaluator policy;
  private final CopyForm forms;

  CopyTargetChoiceProvider(
      EnvironmentCatalog catalog,
      EnvironmentChoices environments,
      PolicyEvaluator policy,
      CopyForm forms) {
    this.catalog = catalog;
    this.environments = environments;
    this.policy = policy;
    this.forms = forms;
  }

  @Override
  public String dataset() {
    return "copy-targets";
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
        ordered, target -> isPossible(source, target), enough, query.who().texts());
  }

  private boolean isPossible(Optional<EnvironmentProfile> source, EnvironmentProfile target) {
    return source
        .map(from -> forms.isTarget(from, target))
        .orElseGet(() -> policy.mayOverwrite(EnvironmentViewMapper.name(target)));
  }
}
