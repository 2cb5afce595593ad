package dev.holdfast.operation.restore.why;

import dev.holdfast.approval.DenialReason;
import dev.holdfast.approval.Permission;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.ReadingRights;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.message.Message;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.StartCalendar;
import dev.holdfast.request.followup.StartObstacle;
import dev.holdfast.request.step.RequiredConsent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says which rules of the policy count for a request, who approves it, and why one may not. */
@Component
class RequestExplanation {

  private static final Set<RequestState> NOT_BEGUN =
      EnumSet.of(RequestState.AWAITING_APPROVAL, RequestState.APPROVED);

  private final ReadingRights rights;
  private final PermissionEvaluator permissions;
  private final PersonDirectory people;
  private final StartCalendar calendar;

  RequestExplanation(
      ReadingRights rights,
      PermissionEvaluator permissions,
      PersonDirectory people,
      StartCalendar calendar) {
    this.calendar = calendar;
    this.rights = rights;
    this.permissions = permissions;
    this.people = people;
  }

  /** Whether a text is the ID of a request as it's written, and not a number or a name. */
  static boolean isRequest(String text) {
    return text.matches("[Rr]-\\d{1,15}");
  }

  /** Answers people who may not see the request as if there were none. */
  Reply reply(String id, ChatUser who) {
    return rights
        .find(id, who.person())
        .map(request -> Reply.of(lines(request, who)))
        .orElseGet(() -> Reply.forAskerAlone(who.texts().of("request.notFound", "request", id)));
  }

  private String lines(Request request, ChatUser who) {
    List<Message> lines = new ArrayList<>();
    lines.add(
        Message.of(
            "policy.why.request",
            "request",
            request.id().toString(),
            "requester",
            request.details().requester().name()));
    lines.addAll(
        permissions
            .explanation(
                request.details().requester(),
                request.details().spec().environments(),
                approver -> people.name(approver).orElse(approver))
            .reasons());
    request.terms().consents().stream()
        .filter(consent -> consent.approvals() > 0)
        .forEach(consent -> lines.add(given(consent, request)));
    if (NOT_BEGUN.contains(request.state())) {
      calendar.obstacle(request).map(StartObstacle::reason).ifPresent(lines::add);
    }
    about(request, who).ifPresent(lines::add);
    return lines.stream().map(who.texts()::of).collect(Collectors.joining("\n"));
  }

  private static Message given(RequiredConsent consent, Request request) {
    return Message.of(
        "policy.why.given",
        "environment",
        consent.environmentName(),
        "role",
        consent.role().message(),
        "given",
        request.approval().approvalCount(consent),
        "needed",
        consent.approvals());
  }

  /** What the asker may do about it; empty where there is nothing to say. */
  private Optional<Message> about(Request request, ChatUser who) {
    Optional<DenialReason> reason = permissions.whyNot(who.person(), Permission.APPROVE, request);
    if (reason.isEmpty()) {
      return Optional.of(Message.of("policy.why.you.may"));
    }
    return switch (reason.get()) {
      case OWN_REQUEST -> Optional.of(Message.of("policy.why.you.own"));
      case NOT_AN_APPROVER -> Optional.of(Message.of("policy.why.you.notApprover"));
      case DECIDED_BEFORE -> Optional.of(Message.of("policy.why.you.decided"));
      case CLOSED -> Optional.of(Message.of("policy.why.you.closed"));
      default -> Optional.empty();
    };
  }
}
