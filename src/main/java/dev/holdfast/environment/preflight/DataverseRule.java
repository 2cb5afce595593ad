package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Without Dataverse there is no database to back up or to overwrite. */
@Component
@Order(10)
final class DataverseRule implements PreflightRule {

  @Override
  public String id() {
    return "R9";
  }

  @Override
  public Message source() {
    return Message.of("rule.source.backup");
  }

  @Override
  public Optional<Finding> target(EnvironmentProfile target) {
    return Optional.of(check(target, target));
  }

  @Override
  public Optional<Finding> pair(
      EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    return Optional.of(check(source, target));
  }

  @Override
  public Optional<Finding> backup(EnvironmentProfile source) {
    return Optional.of(check(source, source));
  }

  /** Whether the service says that there is none. */
  static boolean forbids(EnvironmentProfile subject) {
    return without(subject) && !subject.environment().odd();
  }

  private Finding check(EnvironmentProfile source, EnvironmentProfile target) {
    if (forbids(source) || forbids(target)) {
      List<String> names =
          names(forbids(source) ? source : target, forbids(target) ? target : source);
      return red("rule.dataverse.red", "environments", names, "count", names.size());
    }
    if (without(source) || without(target)) {
      EnvironmentProfile odd = without(source) ? source : target;
      return amber("rule.dataverse.amber", "environment", odd.name());
    }
    return green("rule.dataverse.green", "environments", names(source, target));
  }

  private static List<String> names(EnvironmentProfile one, EnvironmentProfile other) {
    return Stream.of(one.name(), other.name()).distinct().toList();
  }

  private static boolean without(EnvironmentProfile subject) {
    return subject.environment().dataverse().isEmpty();
  }
}
