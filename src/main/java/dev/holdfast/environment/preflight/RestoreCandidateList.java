package dev.holdfast.environment.preflight;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleId;
import dev.holdfast.environment.preflight.Severity;

import dev.holdfast.adminapi.RestoreCandidate;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.environment.EnvironmentProfile;
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
  private final Optional<String> trouble;

  private RestoreCandidateList(Optional<Set<String>> ids, Optional<String> trouble) {
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
            .map(
                unreadable ->
                    "%d of the targets in its list couldn't be read.".formatted(unreadable)));
  }

  static RestoreCandidateList unreadable(String why) {
    return new RestoreCandidateList(Optional.empty(), Optional.of(why));
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
    return trouble.map(
        why ->
            RuleId.CANDIDATES.amber(
                ids.isPresent()
                    ? "Holdfast can't tell all targets that Power Platform offers. %s"
                    : "Power Platform could not be asked which targets it offers. %s",
                why));
  }

  /** Where the service names a target that our rules forbid; empty otherwise. */
  public Optional<Finding> disagreement(
      EnvironmentProfile source, EnvironmentProfile target, List<Finding> pair) {
    return named(target) && Finding.worst(pair) == Severity.RED
        ? Optional.of(
            RuleId.CANDIDATES.amber(
                "Power Platform names %s as a candidate for a restore from %s all the same."
                    + " Holdfast goes by %s: the stricter counts.",
                target.name(), source.name(), rules(pair)))
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
    return RuleId.CANDIDATES.green(
        "Power Platform itself offers %s as a target for %s.", target.name(), source.name());
  }

  private static Finding leftOut(
      EnvironmentProfile source, EnvironmentProfile target, List<Finding> pair) {
    if (Finding.worst(pair) == Severity.RED) {
      return RuleId.CANDIDATES.amber(
          "Power Platform does not offer %s as a target for %s either.",
          target.name(), source.name());
    }
    return source.id().equals(target.id())
        ? RuleId.CANDIDATES.amber(
            "Power Platform does not name %s among the targets for itself. Whether it ever names"
                + " the source is not documented.",
            source.name())
        : RuleId.CANDIDATES.amber(
            "Power Platform does not offer %s as a target for %s, though Holdfast knows no rule"
                + " against it. It may refuse the order.",
            target.name(), source.name());
  }

  private boolean named(EnvironmentProfile target) {
    return ids.filter(named -> named.contains(key(target.id()))).isPresent();
  }

  /** {@code the rule R10}, {@code the rules R7 and R10}. */
  private static String rules(List<Finding> pair) {
    List<String> red =
        pair.stream()
            .filter(check -> check.severity() == Severity.RED)
            .map(Finding::rule)
            .distinct()
            .toList();
    List<String> ours = red.stream().filter(rule -> !rule.equals(RuleId.SERVICE.id())).toList();
    if (ours.isEmpty()) {
      return "the service's own word on the environment";
    }
    return (ours.size() == 1 ? "the rule " : "the rules ") + String.join(" and ", ours);
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
