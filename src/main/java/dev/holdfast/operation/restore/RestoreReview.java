package dev.holdfast.operation.restore;

import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.policy.ApprovalRequirement;
import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentLabels;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.ZonedTime;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.RestorePreflight;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The review of a restore: the preflight checks, what will be lost, and the typed confirmation. */
@Component
public class RestoreReview {

  /** The rule that says what is lost. */
  private static final String LOSS = "R13";

  private static final int LONGEST_NAME = 100;

  private final PreflightService preflight;
  private final RestoreForm forms;
  private final RestorePointResolver points;
  private final DraftRepository drafts;
  private final ReviewLook look;

  RestoreReview(
      PreflightService preflight,
      RestoreForm forms,
      RestorePointResolver points,
      DraftRepository drafts,
      ReviewLook look) {
    this.preflight = preflight;
    this.forms = forms;
    this.points = points;
    this.drafts = drafts;
    this.look = look;
  }

  /** How a review is drawn, and what the policy says of it. */
  @Component
  record ReviewLook(
      EnvironmentLabels labels,
      CardRenderer cards,
      PolicyEvaluator policy,
      PermissionEvaluator permissions,
      OperationCatalog operations) {}

  /**
   * Checks the form and reads the environments afresh; a form that is not complete comes back with
   * what is wrong.
   */
  public Card review(RestoreFormInput input, ChatUser who) {
    Map<String, String> errors = objections(input, who);
    if (!errors.isEmpty()) {
      return forms.form(input, who, errors);
    }
    RestorePointResolver.Point point = points.of(input, who);
    if (point.instant().isEmpty()) {
      return forms.form(input, who, point.errors());
    }
    RestorePreflight read = preflight.restore(wish(input, point.instant().get()));
    RestoreSpec work = work(read, point.label(), input.safetyBackup());
    String refusal = look.permissions().denial(who.person(), work).orElse("");
    ReviewedDraft draft =
        new ReviewedDraft(
            UUID.randomUUID().toString(),
            who.id(),
            input,
            work,
            read.checks(),
            refusal,
            read.readAt());
    drafts.add(draft);
    return show(draft, who, "");
  }

  /** What memory and the database know to be wrong with a form, by the input that it is about. */
  Map<String, String> objections(RestoreFormInput input, ChatUser who) {
    Map<String, String> all = new LinkedHashMap<>(points.objections(input, who));
    all.putAll(errors(input));
    return all;
  }

  private static Map<String, String> errors(RestoreFormInput input) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (input.target().isEmpty()) {
      errors.put("target", "Choose the environment to overwrite.");
    }
    if (input.targetName().length() > LONGEST_NAME) {
      errors.put("targetName", "A name has at most " + LONGEST_NAME + " characters.");
    }
    if (input.reason().isEmpty()) {
      errors.put("reason", "Say why. The approvers read it.");
    }
    SecurityGroupInput.objection(input.securityGroup())
        .ifPresent(sentence -> errors.put("securityGroup", sentence));
    return errors;
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

  private RestoreSpec work(
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

  /**
   * @param confirmError why the typed name was not taken; empty when there is nothing to say
   */
  Card show(ReviewedDraft draft, ChatUser who, String confirmError) {
    RestoreSpec work = draft.work();
    ZoneId zone = draft.zone(who);
    return look.cards()
        .render(
            new RestoreReviewView(
                EnvironmentLabels.side(work.source()),
                EnvironmentLabels.side(work.target()),
                ZonedTime.of(DateTimeFormat.both(work.point(), zone)),
                work.backupLabel().map(label -> "Manual backup “" + label + "”").orElse(""),
                look.operations().of(work).optionsWithSafetyBackup(new CardTexts(zone)),
                draft.checks().stream()
                    .filter(RestoreReview::isLoss)
                    .map(check -> DateTimeFormat.spelledOut(check.sentence(), zone))
                    .toList(),
                EnvironmentViewMapper.lines(
                    draft.checks().stream().filter(RestoreReview::isRule).toList(), zone),
                EnvironmentViewMapper.lines(
                    draft.checks().stream().filter(ServiceValidation::gave).toList(), zone),
                policy(draft),
                refusal(draft),
                confirmError,
                draft.submittable() ? Optional.of(Map.of("draft", draft.id())) : Optional.empty(),
                edit(draft)));
  }

  private String policy(ReviewedDraft draft) {
    if (!draft.submittable()) {
      return "";
    }
    ApprovalRequirement demand =
        look.policy().requirement(new Person(draft.ownerId(), ""), draft.work());
    return "Then "
        + demand.approvals()
        + " of "
        + demand.approvers().size()
        + " approvers must agree, within "
        + DateTimeFormat.duration(demand.expiresAfter())
        + ".";
  }

  private static String refusal(ReviewedDraft draft) {
    if (!draft.refusal().isEmpty()) {
      return draft.refusal();
    }
    List<Finding> red =
        draft.checks().stream().filter(check -> check.severity() == Severity.RED).toList();
    if (red.isEmpty()) {
      return "";
    }
    return red.stream().allMatch(ServiceValidation::gave)
        ? "Power Platform's own check objects, so this cannot be submitted. Change what it names,"
            + " or choose another target."
        : "A red check stands in the way, so this cannot be submitted. Change what it names, or"
            + " choose another target.";
  }

  private static Map<String, String> edit(ReviewedDraft draft) {
    Map<String, String> data = new LinkedHashMap<>(draft.input().toData());
    data.put(CardActionInvocation.IN_PLACE, "true");
    return data;
  }

  private static boolean isRule(Finding check) {
    return !isLoss(check) && !ServiceValidation.gave(check);
  }

  private static boolean isLoss(Finding check) {
    return check.rule().equals(LOSS);
  }
}
