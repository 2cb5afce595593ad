package dev.holdfast.chat;

import dev.holdfast.approval.PolicyEvaluator;
import dev.holdfast.card.TextTruncator;
import dev.holdfast.card.view.Choice;
import dev.holdfast.environment.BackupCache;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Rules;
import dev.holdfast.environment.preflight.Severity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds choices for somebody who is typing into a form, from what Holdfast has in memory. What
 * cannot be chosen comes last and says so; whatever is chosen is checked when the form is sent.
 */
@Component
class ChoiceSearch {

  /** Teams shows no more (facts B3). */
  static final int MOST = 15;

  private static final int LONGEST_TITLE = 200;
  private static final String RULED_OUT = " · ruled out";

  private final EnvironmentCatalog catalogue;
  private final EnvironmentLabels labels;
  private final BackupCache backups;
  private final Rules rules;
  private final PolicyEvaluator policy;
  private final Clock clock;

  ChoiceSearch(
      EnvironmentCatalog catalogue,
      EnvironmentLabels labels,
      BackupCache backups,
      Rules rules,
      PolicyEvaluator policy,
      Clock clock) {
    this.catalogue = catalogue;
    this.labels = labels;
    this.backups = backups;
    this.rules = rules;
    this.policy = policy;
    this.clock = clock;
  }

  /** The best choices first; none for what is not searched here. */
  List<Choice> find(ChoiceQuery searched) {
    ChoiceQuerySource dataset = ChoiceQuerySource.read(searched.dataset(), searched.inputs());
    int enough = (int) Math.min((long) searched.skip() + MOST, Integer.MAX_VALUE);
    Stream<Choice> found =
        switch (dataset.name()) {
          case "environments" ->
              environments(searched.text(), enough, possible(dataset.detail().orElse("")));
          case "targets" -> targets(searched.text(), enough, dataset.detail());
          case "backups" -> dataset.detail().stream().flatMap(id -> backups(id, searched, enough));
          default -> Stream.empty();
        };
    return found
        .filter(choice -> !choice.value().contains(","))
        .skip(searched.skip())
        .limit(Math.min(searched.top(), MOST))
        .toList();
  }

  /** What may be the source of a backup; otherwise of a restore. */
  private Predicate<EnvironmentProfile> possible(String use) {
    Instant now = clock.instant();
    return use.equals("backup")
        ? subject -> Finding.worst(rules.backup(subject, now)) != Severity.RED
        : subject -> subject.environment().dataverse().isPresent();
  }

  /** Without a source that is known, every environment that the policy lets be overwritten. */
  private Stream<Choice> targets(String text, int enough, Optional<String> sourceId) {
    List<EnvironmentProfile> found = catalogue.suggest(text, enough);
    if (found.isEmpty()) {
      return Stream.empty();
    }
    Optional<EnvironmentProfile> source = sourceId.flatMap(catalogue::inMemory);
    List<EnvironmentProfile> ordered =
        text.isBlank() && source.isPresent()
            ? EnvironmentViewMapper.nearestFirst(found, source.get())
            : found;
    return choices(
        ordered,
        target ->
            source.filter(from -> !rules.legal(from, target)).isEmpty()
                && policy.mayOverwrite(EnvironmentViewMapper.name(target)),
        enough);
  }

  private Stream<Choice> environments(
      String text, int enough, Predicate<EnvironmentProfile> possible) {
    return choices(catalogue.suggest(text, enough), possible, enough);
  }

  /**
   * The rules are asked one after the other until enough may be chosen: of thousands that begin
   * with one letter, only the first are shown.
   */
  private Stream<Choice> choices(
      List<EnvironmentProfile> found, Predicate<EnvironmentProfile> possible, int enough) {
    List<EnvironmentProfile> may = new ArrayList<>();
    List<EnvironmentProfile> ruledOut = new ArrayList<>();
    for (EnvironmentProfile subject : found) {
      if (may.size() == enough) {
        break;
      }
      if (possible.test(subject)) {
        may.add(subject);
      } else if (ruledOut.size() < enough) {
        ruledOut.add(subject);
      }
    }
    return Stream.concat(
            may.stream().map(subject -> choice(subject, "")),
            ruledOut.stream().map(subject -> choice(subject, RULED_OUT)))
        .limit(enough);
  }

  private Choice choice(EnvironmentProfile subject, String remark) {
    return new Choice(
        TextTruncator.line(labels.title(subject), LONGEST_TITLE) + remark, subject.id());
  }

  private Stream<Choice> backups(String environmentId, ChoiceQuery searched, int enough) {
    Instant now = clock.instant();
    ZoneId zone = zone(searched);
    return catalogue.suggest("", 0).isEmpty()
        ? Stream.empty()
        : catalogue.inMemory(environmentId).stream()
            .flatMap(
                source ->
                    rules
                        .window()
                        .restorable(
                            backups.suggest(source.id(), searched.text(), zone, enough), now)
                        .stream())
            .map(backup -> RestoreForm.choice(backup, zone, now))
            .map(
                choice ->
                    new Choice(TextTruncator.line(choice.title(), LONGEST_TITLE), choice.value()));
  }

  /** The zone that stands in the form, where the client sends its inputs. */
  private static ZoneId zone(ChoiceQuery searched) {
    String entered = searched.inputs().getOrDefault("zone", "").strip();
    return FormZone.of(entered, searched.who()).zone();
  }
}
