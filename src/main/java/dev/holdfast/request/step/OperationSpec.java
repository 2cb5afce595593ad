package dev.holdfast.request.step;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a request wants done. Each type of operation has a record of its own; stored requests and
 * drafts name it by its kind.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface OperationSpec {

  /** The type of the operation; stored, so it stays. */
  String kind();

  /** Every environment that it touches, each with its role. */
  List<EnvironmentUse> environments();

  /** All that is approved, beginning with the kind; see {@link Digest}. */
  List<String> digestParts();

  /** What the audit log says of it besides its environments. */
  OperationFacts facts();

  /** The environment that is changed or held while the work is done. */
  default EnvironmentRef affected() {
    return affectedUse().environment();
  }

  /** The same with its role. */
  default EnvironmentUse affectedUse() {
    return environments().stream()
        .filter(use -> use.role() != EnvironmentRole.DATA_LEAVES)
        .findFirst()
        .orElseThrow();
  }

  /** The environment whose data ends up elsewhere; where there is none, the one affected. */
  default EnvironmentRef source() {
    return environments().stream()
        .filter(use -> use.role() == EnvironmentRole.DATA_LEAVES)
        .findFirst()
        .map(EnvironmentUse::environment)
        .orElseGet(this::affected);
  }

  /** Whether an environment loses its data. */
  default boolean overwrites() {
    return environments().stream().anyMatch(use -> use.role() == EnvironmentRole.OVERWRITTEN);
  }

  /** Whether something is lost for good, so that its requester has to type a name first. */
  default boolean losesSomething() {
    return overwrites()
        || environments().stream().anyMatch(use -> use.role() == EnvironmentRole.RECOVERY_CHANGED);
  }

  /**
   * Whether it sets a state of an environment and changes nothing else; ordered twice, that does no
   * harm.
   */
  default boolean setsState() {
    return environments().stream()
        .map(EnvironmentUse::role)
        .anyMatch(role -> role == EnvironmentRole.OPENED || role == EnvironmentRole.RESTRICTED);
  }

  /**
   * The ID of the request on whose card it is asked for, as people read it; empty where there is a
   * form for it.
   */
  default Optional<String> followUpOf() {
    return Optional.empty();
  }

  /**
   * Whether the policy may ask for approvals. Where it may not, everybody who may request or
   * approve work on the environment may request this.
   */
  default boolean needsApproval() {
    return true;
  }

  /** Whether what is overwritten is backed up first. */
  default boolean backsUpFirst() {
    return false;
  }

  /** The display name that the affected environment gets; empty when it keeps its own. */
  default Optional<String> newName() {
    return Optional.empty();
  }

  /**
   * What has to be done before it, in this order.
   *
   * @param request the ID of the request, as people read it: {@code R-1001}
   */
  default List<OperationSpec> stepsBefore(String request) {
    return List.of();
  }

  /**
   * What it's carried out by: a request of its own for each, which follows it up and is done by its
   * approvals. Empty where it's carried out by a call.
   *
   * @param request the ID of the request, as people read it: {@code R-1001}
   */
  default List<OperationSpec> parts(String request) {
    return List.of();
  }

  /** Whether requests of their own carry it out, and it calls nothing itself. */
  default boolean hasParts() {
    return !parts("").isEmpty();
  }

  /**
   * Whether another operation that is still to begin does all that is asked for here, so that one
   * is enough.
   */
  default boolean isDoneBy(OperationSpec other) {
    return false;
  }

  /**
   * Whether it's a series: once that is approved, it's carried out by requests of its own, one for
   * each run, and itself calls nothing.
   */
  @JsonIgnore
  default boolean isSeries() {
    return false;
  }

  /** What is done each time; itself unless it's a series. */
  default OperationSpec eachTime() {
    return this;
  }

  /**
   * The same for one run of a series.
   *
   * @param texts puts the place of the run into a text that people wrote as a pattern
   */
  default OperationSpec forRun(UnaryOperator<String> texts) {
    return this;
  }

  /**
   * Whether it meets another on an environment that not both only read. What has parts or is a
   * series meets none: its parts and runs do.
   */
  default boolean meets(OperationSpec other) {
    return isCarriedOutItself() && other.isCarriedOutItself() && meetsOnEnvironment(other);
  }

  private boolean isCarriedOutItself() {
    return !hasParts() && !isSeries();
  }

  private boolean meetsOnEnvironment(OperationSpec other) {
    return environments().stream()
        .anyMatch(use -> other.environments().stream().anyMatch(use::meets));
  }

  /** The label by which the service's own list shows what it made; empty when there is none. */
  default Optional<String> marker() {
    return Optional.empty();
  }
}
