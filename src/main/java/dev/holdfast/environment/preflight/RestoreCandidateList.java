package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.RestoreCandidate;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The targets that the service itself offers for one source, to stand beside our rules. Neither
 * overrules the other: what differs is said, and the stricter counts.
 */
public final class RestoreCandidateList {

  /** This admin API names none, so there is nothing to say. */
  static final RestoreCandidateList NOT_ASKED =
      new RestoreCandidateList(Optional.empty(), Optional.empty());

  private final Optional<Set<String>> ids;
  private final Optional<Message> trouble;

  private RestoreCandidateList(Optional<Set<String>> ids, Optional<Message> trouble) {
    this.ids = ids;
    this.trouble = trouble;
  }

  static RestoreCandidateList of(ServiceList<RestoreCandidate> named) {
    return new RestoreCandidateList(
        Optional.of(
            named.stream()
                .map(candidate -> key(candidate.environmentId()))
                .collect(Collectors.toUnmodifiableSet())),
        Optional.of(named.unreadable())
            .filter(unreadable -> unreadable > 0)
            .map(unreadable -> Message.of("rule.candidates.partly", "count", unreadable)));
  }

  static RestoreCandidateList unreadable(String why) {
    return new RestoreCandidateList(
        Optional.empty(), Optional.of(Message.of("rule.candidates.unreadable", "error", why)));
  }

  /**
   * Whether the service was asked, answered, and did not name the target. Not known where a part of
   * its list couldn't be read.
   */
  public boolean leaveOut(EnvironmentProfile target) {
    return trouble.isEmpty() && ids.filter(named -> !named.contains(key(target.id()))).isPresent();
  }

  /** Why the service's list could not be read; empty when it could, or there is none to read. */
  public Optional<Finding> trouble() {
    return trouble.map(why -> RuleId.CANDIDATES.amber("rule.candidates.amber", "reason", why));
  }

  /** Where the service names a target that our rules forbid; empty otherwise. */
  public Optional<Finding> disagreement(
      EnvironmentProfile source, EnvironmentProfile target, List<Finding> pair) {
    return named(target) && Finding.worst(pair) == Severity.RED
        ? Optional.of(
            RuleId.CANDIDATES.amber(
                RuleMessages.pair("rule.candidates.amber.disagrees", source, target)
                    .with("rules", rules(pair))))
        : Optional.empty();
  }

  /**
   * What the list says of one target, beside what the rules say of the pair; empty when there is no
   * list.
   */
  public Optional<Finding> check(
      EnvironmentProfile source, EnvironmentProfile target, List<Finding> pair) {
    return disagreement(source, target, pair)
        .or(() -> named(target) ? Optional.of(offered(source, target)) : Optional.empty())
        .or(this::trouble)
        .or(() -> ids.map(named -> leftOut(source, target, pair)));
  }

  private static Finding offered(EnvironmentProfile source, EnvironmentProfile target) {
    return RuleId.CANDIDATES.green(RuleMessages.pair("rule.candidates.green", source, target));
  }

  private static Finding leftOut(
      EnvironmentProfile source, EnvironmentProfile target, List<Finding> pair) {
    if (Finding.worst(pair) == Severity.RED) {
      return RuleId.CANDIDATES.amber(
          RuleMessages.pair("rule.candidates.amber.either", source, target));
    }
    return source.id().equals(target.id())
        ? RuleId.CANDIDATES.amber("rule.candidates.amber.itself", "source", source.name())
        : RuleId.CANDIDATES.amber(
            RuleMessages.pair("rule.candidates.amber.leftOut", source, target));
  }

  private boolean named(EnvironmentProfile target) {
    return ids.filter(named -> named.contains(key(target.id()))).isPresent();
  }

  /** {@code rule R10}, {@code rules R7, R10}. */
  private static Message rules(List<Finding> pair) {
    List<String> ours =
        pair.stream()
            .filter(check -> check.severity() == Severity.RED)
            .map(Finding::rule)
            .filter(rule -> !rule.equals(RuleId.SERVICE.id()))
            .distinct()
            .toList();
    return ours.isEmpty()
        ? Message.of("rule.candidates.service")
        : Message.of(
            "rule.candidates.rules", "count", ours.size(), "rules", String.join(", ", ours));
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
