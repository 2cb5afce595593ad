package dev.holdfast.chat;

import dev.holdfast.approval.Policy;
import dev.holdfast.card.Card;
import dev.holdfast.card.Cards;
import dev.holdfast.card.Moment;
import dev.holdfast.card.ReviewView;
import dev.holdfast.card.Times;
import dev.holdfast.environment.Check;
import dev.holdfast.environment.Preflight;
import dev.holdfast.environment.RestorePreflight;
import dev.holdfast.environment.ServiceOpinion;
import dev.holdfast.environment.Severity;
import dev.holdfast.notice.RequestWords;
import dev.holdfast.platform.RestoreOrder;
import dev.holdfast.request.EnvironmentName;
import dev.holdfast.request.Person;
import dev.holdfast.request.Work;
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
class Reviews {

  /** The rule that says what is lost. */
  private static final String LOSS = "R13";

  private static final int LONGEST_NAME = 100;

  private final Preflight preflight;
  private final RestoreForms forms;
  private final RestorePoints points;
  private final Drafts drafts;
  private final ReviewLook look;

  Reviews(
      Preflight preflight,
      RestoreForms forms,
      RestorePoints points,
      Drafts drafts,
      ReviewLook look) {
    this.preflight = preflight;
    this.forms = forms;
    this.points = points;
    this.drafts = drafts;
    this.look = look;
  }

  /** How a review is drawn, and what the policy says of it. */
  @Component
  record ReviewLook(EnvironmentLabels labels, Cards cards, Policy policy) {}

  /**
   * Checks the form and reads the environments afresh; a form that is not complete comes back with
   * what is wrong.
   */
  Card review(RestoreInput input, Speaker who) {
    Map<String, String> errors = objections(input, who);
    if (!errors.isEmpty()) {
      return forms.form(input, who, errors);
    }
    RestorePoints.Point point = points.of(input, who);
    if (point.instant().isEmpty()) {
      return forms.form(input, who, point.errors());
    }
    RestorePreflight read = preflight.restore(wish(input, point.instant().get()));
    Work.Restore work = work(read, point.label(), input.safetyBackup());
    String refusal = look.policy().objection(who.person(), work).orElse("");
    Draft draft =
        new Draft(
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
  Map<String, String> objections(RestoreInput input, Speaker who) {
    Map<String, String> all = new LinkedHashMap<>(points.objections(input, who));
    all.putAll(errors(input));
    return all;
  }

  private static Map<String, String> errors(RestoreInput input) {
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
    SecurityGroup.objection(input.securityGroup())
        .ifPresent(sentence -> errors.put("securityGroup", sentence));
    return errors;
  }

  private static RestoreOrder wish(RestoreInput input, Instant point) {
    return new RestoreOrder(
        input.source(),
        input.target(),
        input.targetName(),
        point,
        input.skipAuditData(),
        SecurityGroup.id(input.securityGroup()));
  }

  private Work.Restore work(
      RestorePreflight read, Optional<String> backupLabel, boolean safetyBackup) {
    RestoreOrder order = read.order();
    EnvironmentName target = look.labels().name(read.target());
    return new Work.Restore(
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
  Card show(Draft draft, Speaker who, String confirmError) {
    Work.Restore work = draft.work();
    ZoneId zone = draft.zone(who);
    return look.cards()
        .render(
            new ReviewView(
                RequestWords.side(work.source()),
                RequestWords.side(work.target()),
                Moment.of(Times.both(work.point(), zone)),
                work.backupLabel().map(label -> "Manual backup “" + label + "”").orElse(""),
                RequestWords.options(work),
                draft.checks().stream()
                    .filter(Reviews::isLoss)
                    .map(check -> Times.spelledOut(check.sentence(), zone))
                    .toList(),
                Sides.lines(draft.checks().stream().filter(Reviews::isRule).toList(), zone),
                Sides.lines(draft.checks().stream().filter(ServiceOpinion::gave).toList(), zone),
                policy(draft),
                refusal(draft),
                confirmError,
                draft.submittable() ? Optional.of(Map.of("draft", draft.id())) : Optional.empty(),
                edit(draft)));
  }

  private String policy(Draft draft) {
    if (!draft.submittable()) {
      return "";
    }
    Policy.Demand demand = look.policy().demand(new Person(draft.ownerId(), ""), draft.work());
    return "Then "
        + demand.approvals()
        + " of "
        + demand.approvers().size()
        + " approvers must agree, within "
        + Times.duration(demand.expiresAfter())
        + ".";
  }

  private static String refusal(Draft draft) {
    if (!draft.refusal().isEmpty()) {
      return draft.refusal();
    }
    List<Check> red =
        draft.checks().stream().filter(check -> check.severity() == Severity.RED).toList();
    if (red.isEmpty()) {
      return "";
    }
    return red.stream().allMatch(ServiceOpinion::gave)
        ? "Power Platform's own check objects, so this cannot be submitted. Change what it names,"
            + " or choose another target."
        : "A red check stands in the way, so this cannot be submitted. Change what it names, or"
            + " choose another target.";
  }

  private static Map<String, String> edit(Draft draft) {
    Map<String, String> data = new LinkedHashMap<>(draft.input().toData());
    data.put(ClickDesk.IN_PLACE, "true");
    return data;
  }

  private static boolean isRule(Check check) {
    return !isLoss(check) && !ServiceOpinion.gave(check);
  }

  private static boolean isLoss(Check check) {
    return check.rule().equals(LOSS);
  }
}
