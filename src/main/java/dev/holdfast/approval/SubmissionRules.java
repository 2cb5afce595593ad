package dev.holdfast.approval;

import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.RequestCounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is asked just before a request is stored: the policy, and how many are open already. Of
 * several that are submitted in the same instant one more may pass; what it costs is a row.
 */
@Component
public class SubmissionRules {

  private final PermissionEvaluator permissions;
  private final RequestCounts open;
  private final SubmissionLimits limits;
  private final ReadingRights rights;

  SubmissionRules(
      PermissionEvaluator permissions,
      RequestCounts open,
      SubmissionLimits limits,
      ReadingRights rights) {
    this.rights = rights;
    this.permissions = permissions;
    this.open = open;
    this.limits = limits;
  }

  /** Whether a person may see all environments that this would touch. */
  public boolean mayRead(Person person, OperationSpec wish) {
    return rights.mayReadAll(person, wish.environments());
  }

  /** Has read again what says who may request something. No transaction may wait for it. */
  public void prepare(OperationSpec wish) {
    permissions.groups().refresh(wish);
  }

  /** Why a person can't request this now; empty when they can. */
  public Optional<Message> denial(Person person, OperationSpec wish) {
    return permissions.denial(person, wish).or(() -> tooMany(person, wish));
  }

  /** The same of an emergency. */
  public Optional<Message> denialOfEmergency(Person person, OperationSpec wish) {
    return permissions.denialOfEmergency(person, wish).or(() -> tooMany(person, wish));
  }

  /** Which rule asks for a change ticket that isn't named; empty when all is well. */
  public Optional<Message> missingTicket(OperationSpec wish, Optional<String> ticket) {
    return permissions.missingTicket(wish, ticket);
  }

  private Optional<Message> tooMany(Person person, OperationSpec wish) {
    return tooManyOf(person)
        .or(
            () ->
                wish.environments().stream()
                    .map(EnvironmentUse::environment)
                    .flatMap(environment -> tooManyOn(environment).stream())
                    .findFirst());
  }

  private Optional<Message> tooManyOf(Person person) {
    int most = limits.openRequestsPerPerson();
    return open.openOf(person.id()) < most
        ? Optional.empty()
        : Optional.of(Message.of("submission.limit.person", "most", most));
  }

  private Optional<Message> tooManyOn(EnvironmentRef environment) {
    int most = limits.openRequestsPerEnvironment();
    return open.openOn(environment.id()) < most
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "submission.limit.environment",
                "environment",
                environment.displayName(),
                "most",
                most));
  }
}
