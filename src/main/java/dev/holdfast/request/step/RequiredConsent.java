package dev.holdfast.request.step;

import java.util.List;
import java.util.stream.Stream;

/**
 * The consent that one environment's rule asks for: its data may leave, it may be overwritten, and
 * so on.
 *
 * @param environment by its ID
 * @param environmentName its display name when it was asked
 * @param approvals how many people must agree; 0 if nobody has to
 * @param approvers Entra object IDs of those who may decide, without the requester
 */
public record RequiredConsent(
    EnvironmentRole role,
    String environment,
    String environmentName,
    int approvals,
    List<String> approvers) {

  public RequiredConsent {
    approvers = List.copyOf(approvers);
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

  private RequiredConsent with(List<String> people) {
    return new RequiredConsent(role, environment, environmentName, approvals, people);
  }

  public boolean names(String personId) {
    return approvers.stream().anyMatch(personId::equalsIgnoreCase);
  }

  /** As the policy has it now, but never with fewer approvals than before. */
  RequiredConsent stricterOf(RequiredConsent now) {
    return new RequiredConsent(
        role, environment, environmentName, Math.max(approvals, now.approvals), now.approvers);
  }
}
