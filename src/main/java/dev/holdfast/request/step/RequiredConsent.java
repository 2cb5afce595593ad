package dev.holdfast.request.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.request.window.ConsentWindow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The consent that one environment's rule asks for: its data may leave, it may be overwritten, and
 * so on.
 *
 * @param environment by its ID
 * @param environmentName its display name when it was asked
 * @param approvals how many people must agree; 0 if nobody has to
 * @param approvers Entra object IDs of those who may decide now, without the requester
 * @param window what its rule says about time besides an end; empty for nothing
 */
public record RequiredConsent(
    EnvironmentRole role,
    String environment,
    String environmentName,
    int approvals,
    List<String> approvers,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ConsentWindow> window) {

  public RequiredConsent {
    approvers = List.copyOf(approvers);
  }

  /** Whose rule says nothing about time besides an end. */
  public RequiredConsent(
      EnvironmentRole role,
      String environment,
      String environmentName,
      int approvals,
      List<String> approvers) {
    this(role, environment, environmentName, approvals, approvers, Optional.empty());
  }

  /** What tells it from the others of a request; stored with decisions. */
  public String key() {
    return role + ":" + environment;
  }

  /** The same of an environment in a role. */
  public static String key(EnvironmentUse use) {
    return use.role() + ":" + use.environment().id();
  }

  public RequiredConsent including(String personId) {
    return names(personId)
        ? this
        : with(Stream.concat(approvers.stream(), Stream.of(personId)).toList());
  }

  public RequiredConsent excluding(String personId) {
    return with(approvers.stream().filter(id -> !id.equalsIgnoreCase(personId)).toList());
  }

  /** The same with another number of approvals. */
  public RequiredConsent needing(int number) {
    return new RequiredConsent(role, environment, environmentName, number, approvers, window);
  }

  private RequiredConsent with(List<String> people) {
    return new RequiredConsent(role, environment, environmentName, approvals, people, window);
  }

  /** Whether a second group may approve, too. */
  public boolean isEscalated() {
    return window.filter(ConsentWindow::escalated).isPresent();
  }

  /** The same once a second group may approve, too. */
  RequiredConsent afterEscalation() {
    return window.map(time -> over(approvals, approvers, time.afterEscalation())).orElse(this);
  }

  private RequiredConsent over(int needed, List<String> people, ConsentWindow time) {
    List<String> all =
        time.escalated()
            ? Stream.concat(people.stream(), time.reserve().stream()).distinct().toList()
            : people;
    return new RequiredConsent(role, environment, environmentName, needed, all, Optional.of(time));
  }

  public boolean names(String personId) {
    return approvers.stream().anyMatch(personId::equalsIgnoreCase);
  }

  /** As the policy has it now, but never with fewer approvals than before, and in its own time. */
  RequiredConsent stricterOf(RequiredConsent now) {
    int most = Math.max(approvals, now.approvals);
    List<String> reserve = now.window.map(ConsentWindow::reserve).orElse(List.of());
    return window
        .map(time -> over(most, now.approvers, time.with(reserve)))
        .orElseGet(
            () ->
                new RequiredConsent(
                    role, environment, environmentName, most, now.approvers, window));
  }
}
