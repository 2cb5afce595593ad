package dev.holdfast.operation.restore.why;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.CheckRow;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.RestoreCandidateList;
import dev.holdfast.environment.preflight.Rules;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Cards that say why an environment can be a target, or cannot. */
@Component
public class RestoreEligibilityCards {

  private static final int MOST = 20;

  private final Rules rules;
  private final PreflightService preflight;
  private final ServiceValidation opinion;
  private final EligibilityCard card;

  RestoreEligibilityCards(
      Rules rules, PreflightService preflight, ServiceValidation opinion, EligibilityCard card) {
    this.card = card;
    this.rules = rules;
    this.preflight = preflight;
    this.opinion = opinion;
  }

  /**
   * Reads both environments afresh: only one read alone carries the service's own word on what is
   * allowed.
   */
  public Card why(String targetId, Optional<String> sourceId, ChatUser who) {
    if (sourceId.isEmpty()) {
      EnvironmentProfile target = preflight.read(targetId);
      return why(target, Optional.empty(), preflight.asTarget(target), who);
    }
    PreflightService.Pair read = preflight.pair(sourceId.get(), targetId);
    return why(read.target(), Optional.of(read.source()), read.checks(), who);
  }

  private Card why(
      EnvironmentProfile target,
      Optional<EnvironmentProfile> source,
      List<Finding> checks,
      ChatUser who) {
    CardTexts texts = who.texts();
    Severity worst = Finding.worst(checks);
    Optional<Map<String, String>> restore =
        worst == Severity.RED
            ? Optional.empty()
            : Optional.of(
                source
                    .map(from -> Map.of("source", from.id(), "target", target.id()))
                    .orElse(Map.of("target", target.id())));
    return card.of(
        target,
        source,
        new EligibilityCard.Verdict(
            texts.of(verdict(target, source, worst)), EnvironmentViewMapper.tone(worst)),
        Stream.concat(
                EnvironmentViewMapper.lines(checks, texts).stream(),
                card.policy(target, source, who).stream())
            .toList(),
        restore);
  }

  /**
   * For one source: which environments a rule forbids as the target, with the first reason of each.
   */
  public Card leftOut(EnvironmentProfile source, List<EnvironmentProfile> all, ZoneId zone) {
    CardTexts texts = new CardTexts(zone);
    RestoreCandidateList candidates = opinion.candidates(source.id());
    Stream<Finding> reasons =
        all.stream()
            .map(target -> reasons(source, target, candidates))
            .filter(found -> !found.isEmpty())
            .limit(MOST)
            .flatMap(List::stream);
    List<CheckRow> lines =
        EnvironmentViewMapper.lines(
            Stream.concat(candidates.trouble().stream(), reasons).toList(), texts);
    return card.of(
        source,
        Optional.empty(),
        new EligibilityCard.Verdict(
            texts.of("eligibility.leftOut", "source", source.name()), Tone.NEUTRAL),
        lines,
        Optional.of(Map.of("source", source.id())));
  }

  /** The first rule that forbids the target, and what the service says otherwise. */
  private List<Finding> reasons(
      EnvironmentProfile source, EnvironmentProfile target, RestoreCandidateList candidates) {
    List<Finding> pair = rules.pair(source, target);
    return Stream.concat(
            pair.stream().filter(check -> check.severity() == Severity.RED).limit(1),
            candidates.disagreement(source, target, pair).stream())
        .toList();
  }

  private static Message verdict(
      EnvironmentProfile target, Optional<EnvironmentProfile> source, Severity worst) {
    String code =
        switch (worst) {
          case RED -> source.isPresent() ? "eligibility.pair.red" : "eligibility.red";
          case AMBER -> source.isPresent() ? "eligibility.pair.amber" : "eligibility.amber";
          case GREEN -> source.isPresent() ? "eligibility.pair.green" : "eligibility.green";
        };
    Message verdict = Message.of(code, "target", target.name());
    return source.map(from -> verdict.with("source", from.name())).orElse(verdict);
  }
}
