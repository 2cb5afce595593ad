package dev.holdfast.operation;

import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.environment.EnvironmentChoices;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.card.view.Choice;
import dev.holdfast.environment.EnvironmentProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Environments that can be overwritten, while somebody types. */
@Component
public class OverwriteTargets {

  private final ReadableEnvironments catalog;
  private final EnvironmentChoices environments;
  private final PolicyEvaluator policy;

  OverwriteTargets(
      ReadableEnvironments catalog, EnvironmentChoices environments, PolicyEvaluator policy) {
    this.catalog = catalog;
    this.environments = environments;
    this.policy = policy;
  }

  /**
   * Without a source that is known, every environment that the policy lets be overwritten.
   *
   * @param legal whether the rules of the operation let a source overwrite a target
   */
  public Stream<Choice> choices(
      ChoiceQuery query,
      Optional<String> sourceId,
      int enough,
      BiPredicate<EnvironmentProfile, EnvironmentProfile> legal) {
    List<EnvironmentProfile> found = catalog.suggest(query.text(), enough, query.who());
    if (found.isEmpty()) {
      return Stream.empty();
    }
    Optional<EnvironmentProfile> source = sourceId.flatMap(id -> catalog.inMemory(id, query.who()));
    List<EnvironmentProfile> ordered =
        query.text().isBlank() && source.isPresent()
            ? EnvironmentViewMapper.nearestFirst(found, source.get())
            : found;
    return environments.of(
        ordered,
        target ->
            source.filter(from -> !legal.test(from, target)).isEmpty()
                && policy.mayOverwrite(EnvironmentViewMapper.name(target)),
        enough,
        query.who().texts());
  }
}
