package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The rules of an operation that overwrites one environment with another. Here is what holds for
 * each; what a type of operation allows is in its subclass.
 */
public abstract class OverwriteRules {

  private final PreflightRules common;

  protected OverwriteRules(PreflightRules common) {
    this.common = common;
  }

  /** The operation in a sentence, behind an article: {@code restore}. */
  protected abstract Message noun();

  /** The service's own word for the operation, such as {@code Restore}. */
  protected abstract String serviceOperation();

  /** What the types of the two environments allow. Best lazily; see {@link #lazily}. */
  protected abstract Stream<Finding> types(EnvironmentProfile source, EnvironmentProfile target);

  /** The service's own verdicts, where it gives one on either. */
  protected abstract Stream<Finding> verdicts(EnvironmentProfile source, EnvironmentProfile target);

  /** Checks a source and a target together. */
  public final List<Finding> pair(EnvironmentProfile source, EnvironmentProfile target) {
    return lazily(
            () -> typesAndStates(source, target),
            () -> common.pair(source, target, noun()),
            () -> appsAndService(source, target))
        .toList();
  }

  /**
   * Whether the target may be offered for the source: nothing about the pair is red. A form asks
   * this of thousands of targets. The common rules come first here: the region rules out most.
   */
  public final boolean legal(EnvironmentProfile source, EnvironmentProfile target) {
    return !common.forbid(source, target, noun())
        && lazily(() -> typesAndStates(source, target), () -> appsAndService(source, target))
            .noneMatch(check -> check.severity() == Severity.RED);
  }

  /** Whether there is room for it. */
  public final Finding room(
      EnvironmentProfile source, EnvironmentProfile target, OverwriteCheck.Situation situation) {
    return new CapacityRules(source, target, noun()).room(serviceOperation(), situation.capacity());
  }

  /**
   * The service's own verdict on one environment.
   *
   * @param code of the message that says what it allows or refuses
   * @param forbiddenByUs whether our rules forbid it, so that a permission is not believed
   * @param refusal how bad it is when the service refuses what our rules allow
   */
  protected final Finding verdict(
      EnvironmentProfile environment, String code, boolean forbiddenByUs, Severity refusal) {
    return ServiceAvailabilityRules.verdict(
        environment, serviceOperation(), code, forbiddenByUs, refusal);
  }

  /** One after the other, and only as far as somebody wants to know. */
  @SafeVarargs
  protected static Stream<Finding> lazily(Supplier<Stream<Finding>>... findings) {
    return Stream.of(findings).flatMap(Supplier::get);
  }

  protected static boolean itself(EnvironmentProfile source, EnvironmentProfile target) {
    return source.id().equals(target.id());
  }

  private Stream<Finding> typesAndStates(EnvironmentProfile source, EnvironmentProfile target) {
    return lazily(
        () -> types(source, target),
        () -> AvailabilityRules.target(target).stream(),
        () -> itself(source, target) ? Stream.empty() : AvailabilityRules.source(source).stream());
  }

  private Stream<Finding> appsAndService(EnvironmentProfile source, EnvironmentProfile target) {
    boolean itself = itself(source, target);
    return lazily(
        () -> FinOpsRules.kinds(source, target).stream(),
        () -> FinOpsRules.versions(source, target).stream(),
        () -> serviceWords(source, target),
        () -> Stream.of(ServiceAvailabilityRules.free(target)),
        () -> itself ? Stream.empty() : Stream.of(ServiceAvailabilityRules.free(source)),
        () -> ServiceAvailabilityRules.unreadable(target).stream(),
        () -> itself ? Stream.empty() : ServiceAvailabilityRules.unreadable(source).stream());
  }

  private Stream<Finding> serviceWords(EnvironmentProfile source, EnvironmentProfile target) {
    return ServiceAvailabilityRules.silence(source, target, noun())
        .map(Stream::of)
        .orElseGet(() -> verdicts(source, target));
  }
}
