package dev.holdfast.chat;

import dev.holdfast.approval.Policy;
import dev.holdfast.card.Choice;
import dev.holdfast.card.Ellipsis;
import dev.holdfast.environment.Catalogue;
import dev.holdfast.environment.Check;
import dev.holdfast.environment.KnownBackups;
import dev.holdfast.environment.Rules;
import dev.holdfast.environment.Severity;
import dev.holdfast.environment.Subject;
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
class SearchDesk {

  /** Teams shows no more (facts B3). */
  static final int MOST = 15;

  private static final int LONGEST_TITLE = 200;
  private static final String RULED_OUT = " · ruled out";

  private final Catalogue catalogue;
  private final EnvironmentLabels labels;
  private final KnownBackups backups;
  private final Rules rules;
  private final Policy policy;
  private final Clock clock;

  SearchDesk(
      Catalogue catalogue,
      EnvironmentLabels labels,
      KnownBackups backups,
      Rules rules,
      Policy policy,
      Clock clock) {
    this.catalogue = catalogue;
    this.labels = labels;
    this.backups = backups;
    this.rules = rules;
    this.policy = policy;
    this.clock = clock;
  }

  /** The best choices first; none for what is not searched here. */
  List<Choice> find(Searched searched) {
    Dataset dataset = Dataset.read(searched.dataset(), searched.inputs());
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
  private Predicate<Subject> possible(String use) {
    Instant now = clock.instant();
    return use.equals("backup")
        ? subject -> Check.worst(rules.backup(subject, now)) != Severity.RED
        : subject -> subject.environment().dataverse().isPresent();
  }

  /** Without a source that is known, every environment that the policy lets be overwritten. */
  private Stream<Choice> targets(String text, int enough, Optional<String> sourceId) {
    List<Subject> found = catalogue.suggest(text, enough);
    if (found.isEmpty()) {
      return Stream.empty();
    }
    Optional<Subject> source = sourceId.flatMap(catalogue::inMemory);
    List<Subject> ordered =
        text.isBlank() && source.isPresent() ? Sides.nearestFirst(found, source.get()) : found;
    return choices(
        ordered,
        target ->
            source.filter(from -> !rules.legal(from, target)).isEmpty()
                && policy.mayBeTarget(Sides.name(target)),
        enough);
  }

  private Stream<Choice> environments(String text, int enough, Predicate<Subject> possible) {
    return choices(catalogue.suggest(text, enough), possible, enough);
  }

  /**
   * The rules are asked one after the other until enough may be chosen: of thousands that begin
   * with one letter, only the first are shown.
   */
  private Stream<Choice> choices(List<Subject> found, Predicate<Subject> possible, int enough) {
    List<Subject> may = new ArrayList<>();
    List<Subject> ruledOut = new ArrayList<>();
    for (Subject subject : found) {
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

  private Choice choice(Subject subject, String remark) {
    return new Choice(Ellipsis.line(labels.title(subject), LONGEST_TITLE) + remark, subject.id());
  }

  private Stream<Choice> backups(String environmentId, Searched searched, int enough) {
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
            .map(backup -> RestoreForms.choice(backup, zone, now))
            .map(
                choice -> new Choice(Ellipsis.line(choice.title(), LONGEST_TITLE), choice.value()));
  }

  /** The zone that stands in the form, where the client sends its inputs. */
  private static ZoneId zone(Searched searched) {
    String entered = searched.inputs().getOrDefault("zone", "").strip();
    return FormZone.of(entered, searched.who()).zone();
  }
}
