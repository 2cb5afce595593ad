package dev.holdfast.operation.restore;

import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.choice.ChoiceProvider;
import dev.holdfast.bot.environment.EnvironmentChoices;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.card.view.Choice;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Rules;
import dev.holdfast.environment.preflight.Severity;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Environments whose data can be restored or backed up. */
@Component
class SourceChoiceProvider implements ChoiceProvider {

  private final ReadableEnvironments catalog;
  private final EnvironmentChoices environments;
  private final Rules rules;
  private final Clock clock;

  SourceChoiceProvider(
      ReadableEnvironments catalog, EnvironmentChoices environments, Rules rules, Clock clock) {
    this.catalog = catalog;
    this.environments = environments;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public String dataset() {
    return "environments";
  }

  @Override
  public Stream<Choice> choices(ChoiceQuery query, Optional<String> detail, int enough) {
    return environments.of(
        catalog.suggest(query.text(), enough, query.who()),
        possible(detail.orElse("")),
        enough,
        query.who().texts());
  }

  /** What may be the source of a backup; otherwise of a restore. */
  private Predicate<EnvironmentProfile> possible(String use) {
    Instant now = clock.instant();
    return use.equals("backup")
        ? subject -> Finding.worst(rules.backup(subject, now)) != Severity.RED
        : subject -> subject.environment().dataverse().isPresent();
  }
}
