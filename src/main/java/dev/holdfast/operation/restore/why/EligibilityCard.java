package dev.holdfast.operation.restore.why;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.policy.PolicyExplanation;
import dev.holdfast.approval.policy.calendar.PolicyCalendar;
import dev.holdfast.approval.policy.calendar.StartCandidate;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentLabels;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.view.CheckRow;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Draws what rules an environment out as a target, and what the policy says to the asker. */
@Component
class EligibilityCard {

  private final PermissionEvaluator permissions;
  private final PersonDirectory people;
  private final EnvironmentLabels labels;
  private final CardRenderer cards;
  private final PolicyCalendar calendar;

  EligibilityCard(
      PolicyCalendar calendar,
      PermissionEvaluator permissions,
      PersonDirectory people,
      EnvironmentLabels labels,
      CardRenderer cards) {
    this.calendar = calendar;
    this.permissions = permissions;
    this.people = people;
    this.labels = labels;
    this.cards = cards;
  }

  /** The answer in a sentence. */
  record Verdict(String sentence, Tone tone) {}

  Card of(
      EnvironmentProfile target,
      Optional<EnvironmentProfile> source,
      Verdict verdict,
      List<CheckRow> checks,
      Optional<Map<String, String>> restore) {
    return cards.render(
        new RestoreEligibilityView(
            labels.side(target),
            source.map(labels::side),
            verdict.sentence(),
            verdict.tone(),
            checks,
            restore));
  }

  /** Which rules of the policy count for each environment, and what they say about the asker. */
  List<CheckRow> policy(
      EnvironmentProfile target, Optional<EnvironmentProfile> source, ChatUser who) {
    List<EnvironmentUse> uses =
        Stream.concat(
                source.map(from -> use(from, EnvironmentRole.DATA_LEAVES)).stream(),
                Stream.of(use(target, EnvironmentRole.OVERWRITTEN)))
            .toList();
    return Stream.concat(uses.stream().flatMap(use -> rows(use, who)), start(uses, who).stream())
        .toList();
  }

  /** What keeps a restore from a start now by the policy's calendars. */
  private Optional<CheckRow> start(List<EnvironmentUse> uses, ChatUser who) {
    return calendar
        .obstacle(new StartCandidate(RestoreSpec.KIND, true, uses, Duration.ZERO, false))
        .map(
            found ->
                new CheckRow(
                    Tone.ATTENTION,
                    who.texts().of(found.reason()),
                    Optional.of(who.texts().of("startWindow.source"))));
  }

  private Stream<CheckRow> rows(EnvironmentUse use, ChatUser who) {
    PolicyExplanation said =
        permissions.explanation(who.person(), List.of(use), id -> people.name(id).orElse(id));
    Tone tone = said.allowed() ? Tone.GOOD : Tone.BAD;
    Optional<String> source = Optional.of(who.texts().of("policy.why.source"));
    return said.reasons().stream()
        .map(reason -> new CheckRow(tone, who.texts().of(reason), source));
  }

  private static EnvironmentUse use(EnvironmentProfile environment, EnvironmentRole role) {
    return new EnvironmentUse(EnvironmentViewMapper.name(environment), role);
  }
}
