package dev.holdfast.operation.restore;

import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentLabels;
import dev.holdfast.card.Card;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.RestorePreflight;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.draft.DraftReview;
import dev.holdfast.operation.draft.OverwriteFormErrors;
import dev.holdfast.operation.draft.Reviewer;
import dev.holdfast.operation.draft.SecurityGroupInput;
import dev.holdfast.operation.start.StartConflicts;
import dev.holdfast.operation.start.StartForm;
import dev.holdfast.request.step.EnvironmentRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The review of a restore: the form is checked, and the environments are read afresh. */
@Component
public class RestoreReview {

  private final PreflightService preflight;
  private final RestoreForm forms;
  private final RestorePointResolver points;
  private final DraftReview reviews;
  private final StartForm starts;
  private final ReviewLook look;

  RestoreReview(
      PreflightService preflight,
      RestoreForm forms,
      RestorePointResolver points,
      DraftReview reviews,
      StartForm starts,
      ReviewLook look) {
    this.preflight = preflight;
    this.forms = forms;
    this.points = points;
    this.reviews = reviews;
    this.starts = starts;
    this.look = look;
  }

  /** What environments are called, and what the policy says of them. */
  @Component
  record ReviewLook(EnvironmentLabels labels, PolicyEvaluator policy) {}

  /** A form that is not complete comes back with what is wrong. */
  public Card review(RestoreFormInput input, Reviewer by) {
    CheckedOrder found = check(input, starts.read(input.startInput(), by.who()), by.who());
    return found.spec().isEmpty()
        ? forms.form(input, by.who(), found.errors())
        : reviews.review(input, found, by);
  }

  /** Checks what was put in, and where that is complete the environments as they are now. */
  CheckedOrder check(RestoreFormInput input, StartForm.Read start, ChatUser who) {
    Map<String, Message> errors = start.with(objectionsBesideStart(input, who));
    if (!errors.isEmpty()) {
      return CheckedOrder.wrong(errors);
    }
    RestorePointResolver.Point point = points.of(input, who);
    if (point.instant().isEmpty()) {
      return CheckedOrder.wrong(point.errors());
    }
    RestorePreflight read = preflight.restore(wish(input, point.instant().get()));
    return CheckedOrder.of(
            spec(read, point.label(), input.safetyBackup()), read.checks(), read.readAt())
        .startingAt(start.start())
        .and(
            StartConflicts.ofPoint(
                read.source(), read.order().point(), start.start(), read.readAt()));
  }

  /** What memory and the database know to be wrong with a form, by the input that it is about. */
  Map<String, Message> objections(RestoreFormInput input, ChatUser who) {
    return starts.read(input.startInput(), who).with(objectionsBesideStart(input, who));
  }

  private Map<String, Message> objectionsBesideStart(RestoreFormInput input, ChatUser who) {
    Map<String, Message> all = new LinkedHashMap<>(points.objections(input, who));
    all.putAll(
        OverwriteFormErrors.of(
            input.target(), input.targetName(), input.securityGroup(), input.reason()));
    return all;
  }

  private static RestoreOrder wish(RestoreFormInput input, Instant point) {
    return new RestoreOrder(
        input.source(),
        input.target(),
        input.targetName(),
        point,
        input.skipAuditData(),
        SecurityGroupInput.id(input.securityGroup()));
  }

  private RestoreSpec spec(
      RestorePreflight read, Optional<String> backupLabel, boolean safetyBackup) {
    RestoreOrder order = read.order();
    EnvironmentRef target = look.labels().name(read.target());
    return new RestoreSpec(
        look.labels().name(read.source()),
        target,
        order.point(),
        backupLabel,
        order.targetName().equals(target.displayName()) ? "" : order.targetName(),
        order.skipAuditData(),
        order.securityGroupId(),
        look.policy().safetyBackup(target, safetyBackup));
  }
}
