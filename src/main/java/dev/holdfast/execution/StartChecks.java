package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.execution.guard.StartGuards;
import dev.holdfast.execution.outcome.FinOpsReader;
import dev.holdfast.execution.queue.QueueBlocker;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.verification.FinOpsProgress;
import dev.holdfast.ticket.ChangeTickets;
import dev.holdfast.ticket.TicketAnswer;
import dev.holdfast.ticket.TicketPhase;
import dev.holdfast.ticket.TicketQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is checked of a request before anything is called; its type says what that is. */
@Component
class StartChecks {

  private final OperationCatalog operations;
  private final PreflightService preflight;
  private final AdminApi api;
  private final FinOpsReader finOps;
  private final StartGuards guards;

  StartChecks(
      OperationCatalog operations,
      PreflightService preflight,
      AdminApi api,
      FinOpsReader finOps,
      StartGuards guards) {
    this.guards = guards;
    this.api = api;
    this.finOps = finOps;
    this.operations = operations;
    this.preflight = preflight;
  }

  /** Whether it may be ordered twice. */
  boolean ofRepeatable(Request request) {
    return operations.of(request.details().spec()).isIdempotent();
  }

  /** Throws what the admin API throws. */
  PreflightResult of(Request request) {
    return operations.of(request.details().spec()).beforeTheCall(preflight);
  }

  /** An environment as it is now. Throws the same. */
  EnvironmentProfile read(String environmentId) {
    return preflight.read(environmentId);
  }

  /** What its change ticket says to its start now. */
  Ticket ticket(Request request, Instant now) {
    return TicketQuestion.of(request, TicketPhase.CALL)
        .map(question -> Ticket.of(question.ticket(), guards.tickets().check(question), now))
        .orElse(Ticket.NONE);
  }

  /**
   * What a change ticket says to a start.
   *
   * @param denial why it forbids it
   * @param blocker why it doesn't allow it yet
   * @param opensAt when it will; empty where that isn't known
   */
  record Ticket(
      Optional<Message> denial, Optional<QueueBlocker> blocker, Optional<Instant> opensAt) {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    static final Ticket NONE = new Ticket(Optional.empty(), Optional.empty(), Optional.empty());

    static Ticket of(String ticket, TicketAnswer answer, Instant now) {
      Optional<Message> objection = ChangeTickets.objection(ticket, answer);
      if (answer instanceof TicketAnswer.Denied) {
        return new Ticket(objection, Optional.empty(), Optional.empty());
      }
      Optional<Instant> opensAt =
          answer instanceof TicketAnswer.Allowed allowed && allowed.window().isBefore(now)
              ? allowed.window().from()
              : Optional.empty();
      Optional<Message> why =
          opensAt
              .map(from -> Message.of("ticket.early", "ticket", ticket, "time", from))
              .or(() -> objection);
      return new Ticket(
          Optional.empty(), why.map(words -> new QueueBlocker(Optional.empty(), words)), opensAt);
    }

    /** The same as the policy would say it, for a call that is made again. */
    Revalidation revalidation() {
      return denial
          .<Revalidation>map(Revalidation.Denied::new)
          .or(() -> blocker.map(why -> new Revalidation.Unknown(why.reason())))
          .orElseGet(Revalidation.Holds::new);
    }

    /** When to ask again. */
    Duration pause(Duration usual, Instant now) {
      return opensAt
          .map(at -> Duration.between(now, at))
          .map(left -> left.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : left)
          .orElse(usual);
    }
  }

  /** The finance and operations apps that the call is to bring to its target. */
  FinOpsProgress expectedApps(StepTransitions call, PreflightResult found) {
    OperationSpec spec = call.spec();
    return found.read().stream()
        .filter(read -> spec.overwrites() && read.id().equals(spec.source().id()))
        .findFirst()
        .map(EnvironmentProfile::environment)
        .filter(FinOpsReader::hasApps)
        .map(source -> FinOpsProgress.ordered(true, finOps.version(source)))
        .orElse(FinOpsProgress.NONE);
  }

  /** What is listed for the environment before the call. Throws the same. */
  OperationsBefore operationsBefore(StepTransitions call) {
    AdminApi.Route route = operations.of(call.spec()).route(api);
    Set<String> ids =
        route.operations().stream()
            .map(AdminOperation::id)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return new OperationsBefore(
        ids,
        route.flavor().map(AdminApiFlavor::name),
        guards.forgotten().among(route.operations(), call, api.callerIds()));
  }

  /**
   * What is listed for an environment before a call.
   *
   * @param ids of all operations
   * @param flavor the admin API that lists them and takes the call; empty where only one is used
   * @param forgotten those that this application started and no stored request knows
   */
  record OperationsBefore(
      Set<String> ids, Optional<String> flavor, List<AdminOperation> forgotten) {

    /** Why nothing may be started now: the request may have been carried out already. */
    Optional<Message> doubt() {
      return forgotten.stream()
          .findFirst()
          .map(one -> Message.of("start.forgotten", "operation", one.id(), "type", one.type()));
    }

    /** The intent to make the call. */
    RequestEvent commitStart(StepTransitions call, Instant now) {
      return call.commitStart(now, ids, flavor);
    }

    /** The same with what finance and operations apps the target has to have after it. */
    RequestEvent commitStart(StepTransitions call, Instant now, FinOpsProgress apps) {
      RequestEvent event = commitStart(call, now);
      call.request().completed().expectFinOps(apps);
      return event;
    }
  }
}
