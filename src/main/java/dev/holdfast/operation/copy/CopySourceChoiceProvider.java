package dev.holdfast.operation.copy;

import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.choice.ChoiceProvider;
import dev.holdfast.bot.environment.EnvironmentChoices;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.card.view.Choice;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Environments that can be copied. */
@Component
class CopySourceChoiceProvider implements ChoiceProvider {

  private final ReadableEnvironments catalog;
  private final EnvironmentChoices environments;

  CopySourceChoiceProvider(ReadableEnvironments catalog, EnvironmentChoices environments) {
    this.catalog = catalog;
    this.environments = environments;
  }

  @Override
  public String dataset() {
    return "copy-sources";
  }

  @Override
  public Stream<Choice> choices(ChoiceQuery query, Optional<String> detail, int enough) {
    return environments.of(
        catalog.suggest(query.text(), enough, query.who()),
        CopyForm::isSource,
        enough,
        query.who().texts());
  }
}
