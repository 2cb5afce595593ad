package dev.holdfast.operation.copy;

import dev.holdfast.adminapi.CopyOrder;
import dev.holdfast.adminapi.CopyType;
import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentLabels;
import dev.holdfast.card.Card;
import dev.holdfast.environment.preflight.OverwritePreflight;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.draft.DraftReview;
import dev.holdfast.operation.draft.OverwriteFormErrors;
import dev.holdfast.operation.draft.Reviewer;
import dev.holdfast.operation.draft.SecurityGroupInput;
import dev.holdfast.operation.series.SeriesForm;
import dev.holdfast.operation.start.StartForm;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The review of a copy: the form is checked, and the environments are read afresh. */
@Component
class CopyReview {

  private final PreflightService preflight;
  private final CopyForm forms;
  private final DraftReview reviews;
  private final ReviewTimes times;
  private final ReviewLook look;

  CopyReview(
      PreflightService preflight,
      CopyForm forms,
      DraftReview reviews,
      ReviewTimes times,
      ReviewLook look) {
    this.preflight = preflight;
    this.forms = forms;
    this.reviews = reviews;
    this.times = times;
    this.look = look;
  }

  /** What environments are called, and what the policy says of them. */
  @Component("copyReviewLook")
  record ReviewLook(EnvironmentLabels labels, PolicyEvaluator policy) {}

  /** When and how often it's to be done. */
  @Component("copyReviewTimes")
  record ReviewTimes(StartForm starts, SeriesForm series) {}

  /** A form that is not complete comes back with what is wrong. */
  Card review(CopyFormInput input, Reviewer by) {
    Map<String, Message> errors = errors(input, by.who());
    if (!errors.isEmpty()) {
      return forms.form(input, by.who(), errors);
    }
    StartForm.Read start = times.starts().read(input.startInput(), by.who());
    CheckedOrder once = check(input).startingAt(start.start());
    return reviews.review(input, times.series().repeated(once, input.toData(), by.who()), by);
  }

  /** What is wrong with a form, with what it says of its start. */
  Map<String, Message> errors(CopyFormInput input, ChatUser who) {
    Map<String, Message> errors = new LinkedHashMap<>(errors(input));
    errors.putAll(times.series().errors(input.toData(), who));
    return times.starts().read(input.startInput(), who).with(errors);
  }

  /** Checks what was put in, and where that is complete the environments as they are now. */
  CheckedOrder check(CopyFormInput input) {
    Map<String, Message> errors = errors(input);
    if (!errors.isEmpty()) {
      return CheckedOrder.wrong(errors);
    }
    CopyOrder order = order(input, input.copyType().orElseThrow());
    OverwritePreflight read = preflight.overwrite(CopyCheck.of(order, preflight));
    return CheckedOrder.of(
        spec(read, order, input.safetyBackup()), preflight.reviewed(read), read.readAt());
  }

  /** What is wrong with a form, by the input that it is about. */
  static Map<String, Message> errors(CopyFormInput input) {
    Map<String, Message> errors = new LinkedHashMap<>();
    if (input.source().isEmpty()) {
      errors.put("source", Message.of("copyForm.source.missing"));
    }
    if (input.copyType().isEmpty()) {
      errors.put("type", Message.of("card.copy-form.type.missing"));
    }
    errors.putAll(
        OverwriteFormErrors.of(
            input.target(), input.targetName(), input.securityGroup(), input.reason()));
    return errors;
  }

  private static CopyOrder order(CopyFormInput input, CopyType type) {
    return new CopyOrder(
        input.source(),
        input.target(),
        input.targetName(),
        type,
        input.skipAuditData(),
        SecurityGroupInput.id(input.securityGroup()));
  }

  private CopySpec spec(OverwritePreflight read, CopyOrder order, boolean safetyBackup) {
    EnvironmentRef target = look.labels().name(read.target());
    return new CopySpec(
        look.labels().name(read.source()),
        target,
        order.type(),
        order.targetName().equals(target.displayName()) ? "" : order.targetName(),
        order.skipAuditData(),
        order.securityGroupId(),
        look.policy().safetyBackup(target, safetyBackup));
  }
}
