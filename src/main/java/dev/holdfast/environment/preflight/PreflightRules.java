package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The registry of the rules that hold whatever the type of operation, in their order. */
@Component
public final class PreflightRules {

  private final List<PreflightRule> rules;

  public PreflightRules(List<PreflightRule> rules) {
    this.rules = List.copyOf(rules);
  }

  Stream<Finding> target(EnvironmentProfile target) {
    return Stream.concat(
        rules.stream().map(rule -> rule.target(target)).flatMap(Optional::stream), used(target));
  }

  Stream<Finding> pair(EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    return Stream.concat(
        rules.stream().map(rule -> rule.pair(source, target, noun)).flatMap(Optional::stream),
        Stream.of(source, target).distinct().flatMap(this::used));
  }

  private Stream<Finding> used(EnvironmentProfile environment) {
    return rules.stream().map(rule -> rule.used(environment)).flatMap(Optional::stream);
  }

  /** What is to say of an environment that is taken back to an instant. */
  Stream<Finding> ontoItself(EnvironmentProfile target, Instant point, Instant now) {
    return rules.stream()
        .map(rule -> rule.ontoItself(target, point, now))
        .flatMap(Optional::stream);
  }

  /** Whether one of them is red. */
  boolean forbid(EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    return rules.stream()
        .map(rule -> rule.pair(source, target, noun))
        .anyMatch(found -> found.filter(check -> check.severity() == Severity.RED).isPresent());
  }

  Stream<Finding> backup(EnvironmentProfile source) {
    return rules.stream().map(rule -> rule.backup(source)).flatMap(Optional::stream);
  }
}
