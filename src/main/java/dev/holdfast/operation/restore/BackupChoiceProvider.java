package dev.holdfast.operation.restore;

import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.choice.ChoiceProvider;
import dev.holdfast.bot.environment.EnvironmentChoices;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.time.FormZone;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.TextTruncator;
import dev.holdfast.card.view.Choice;
import dev.holdfast.environment.BackupCache;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The backups of a source that can be restored. */
@Component
class BackupChoiceProvider implements ChoiceProvider {

  private final ReadableEnvironments catalog;
  private final BackupCache backups;
  private final Rules rules;
  private final Clock clock;

  BackupChoiceProvider(
      ReadableEnvironments catalog, BackupCache backups, Rules rules, Clock clock) {
    this.catalog = catalog;
    this.backups = backups;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public String dataset() {
    return "backups";
  }

  @Override
  public Stream<Choice> choices(ChoiceQuery query, Optional<String> sourceId, int enough) {
    return catalog.suggest("", 0, query.who()).isEmpty()
        ? Stream.empty()
        : sourceId.flatMap(id -> catalog.inMemory(id, query.who())).stream()
            .flatMap(source -> choices(source, query, enough));
  }

  private Stream<Choice> choices(EnvironmentProfile source, ChoiceQuery query, int enough) {
    Instant now = clock.instant();
    ZoneId zone = zone(query);
    return rules
        .window()
        .restorable(backups.suggest(source.id(), query.text(), zone, enough), now)
        .stream()
        .map(backup -> BackupChoice.choice(backup, new CardTexts(zone), now))
        .map(
            choice ->
                new Choice(
                    TextTruncator.line(choice.title(), EnvironmentChoices.LONGEST_TITLE),
                    choice.value()));
  }

  /** The zone that stands in the form, where the client sends its inputs. */
  private static ZoneId zone(ChoiceQuery query) {
    String entered = query.inputs().getOrDefault("zone", "").strip();
    return FormZone.of(entered, query.who()).zone();
  }
}
