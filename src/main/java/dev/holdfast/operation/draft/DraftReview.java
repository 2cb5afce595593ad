package dev.holdfast.operation.draft;

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
import dev.holdfast.card.view.ZonedTime;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.Operation;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.ReviewContent;
import dev.holdfast.operation.ReviewForm;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.series.SeriesForm;
import dev.holdfast.operation.start.StartConflicts;
import dev.holdfast.operation.start.StartFacts;
import dev.holdfast.operation.start.StartForm;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.request.window.ApprovalWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The review of a form: what the checks found, what will be lost, and the typed confirmation. */
@Component
public class DraftReview {

  /** The rules that say what is lost. */
  private static final Set<String> LOSSES = Set.of("R13", "recovery");

  private final PendingReviews drafts;
  private final OperationCatalog operations;
  private final PolicyEvaluator policy;
  private final PermissionEvaluator permissions;
  private final TicketForm tickets;
  private final StartConflicts starts;
  private final CardRenderer cards;

  DraftReview(
      PendingReviews drafts, OperationCatalog operations, ReviewRights rights, CardRenderer cards) {
    this.drafts = drafts;
    this.operations = operations;
    this.policy = rights.policy();
    this.permissions = rights.permissions();
    this.tickets = rights.tickets();
    this.starts = rights.starts();
    this.cards = cards;
  }

  /**
   * What says whether what is reviewed may be done: policy, permissions, change ticket, and
   * calendars.
   */
  @Component
  record ReviewRights(
      PolicyEvaluator policy,
      PermissionEvaluator permissions,
      TicketForm tickets,
      StartConflicts starts) {}

  /**
   * Keeps what was reviewed, and shows it.
   *
   * @param input what was put into the form
   * @param found what came of it; nothing is wrong with a field
   */
  public Card review(Object input, CheckedOrder found, Reviewer by) {
    ChatUser who = by.who();
    OperationSpec spec = found.spec().orElseThrow();
    permissions.groups().refresh(spec);
    String refusal =
        permissions
            .denial(who.person(), spec)
            .filter(why -> permissions.denialOfEmergency(who.person(), spec).isPresent())
            .map(StoredMessage::english)
            .orElse("");
    JsonNode stored = DraftInputs.stored(input);
    Optional<String> ticket = tickets.meant(stored.path(TicketForm.ID).asString(""));
    ticket.ifPresent(text -> ((ObjectNode) stored).put(TicketForm.ID, text));
    found
        .start()
        .ifPresent(
            start -> {
              ((ObjectNode) stored).put(StartForm.ID, StartForm.text(start, who));
              ((ObjectNode) stored).set(ReviewedDraft.PLANNED, DraftInputs.stored(start));
            });
    ReviewedDraft draft =
        new ReviewedDraft(
            UUID.randomUUID().toString(),
            who.id(),
            stored,
            spec,
            refusal.isEmpty() ? withOthers(found, ticket, who) : found.checks(),
            refusal,
            found.readAt(),
            cards.marksRehearsal());
    drafts.keep(draft, by);
    return show(draft, who, "", false);
  }

  private List<Finding> withOthers(CheckedOrder found, Optional<String> ticket, ChatUser who) {
    OperationSpec spec = found.spec().orElseThrow();
    return found
        .and(tickets.check(ticket, spec, who.person()))
        .and(starts.of(spec.eachTime(), SeriesForm.first(spec).or(found::start), who.person()))
        .checks();
  }

  /**
   * @param confirmError why the typed name was not taken; empty when there is nothing to say
   * @param emergency whether it was to be submitted as one
   */
  Card show(ReviewedDraft draft, ChatUser who, String confirmError, boolean emergency) {
    Operation<?> operation = operations.of(draft.work());
    ReviewForm form = operation.reviewForm();
    CardTexts texts = new CardTexts(draft.zone(who));
    ReviewContent content =
        new ReviewContent(
            subject(operation, draft, texts),
            checks(draft, texts),
            new ReviewContent.Confirmation(
                policy(draft, texts),
                refusal(draft, texts),
                confirmError,
                draft.submittable() ? Optional.of(Map.of("draft", draft.id())) : Optional.empty(),
                edit(draft, form),
                emergency(draft, emergency, texts)));
    return cards.render(form.view().apply(content));
  }

  private static ReviewContent.Subject subject(
      Operation<?> operation, ReviewedDraft draft, CardTexts texts) {
    return new ReviewContent.Subject(
        EnvironmentLabels.side(operation.spec().source()),
        EnvironmentLabels.side(operation.spec().affected()),
        operation.point().map(at -> ZonedTime.of(texts.at(at))),
        operation.chosenPoint().map(texts::of).orElse(""),
        Stream.concat(
                StartFacts.of(draft.start(), texts).stream(),
                operation.optionsWithSafetyBackup(texts).stream())
            .toList());
  }

  private static ReviewContent.Checks checks(ReviewedDraft draft, CardTexts texts) {
    return new ReviewContent.Checks(
        draft.checks().stream()
            .filter(DraftReview::isLoss)
            .map(Finding::message)
            .map(texts::of)
            .toList(),
        EnvironmentViewMapper.lines(
            draft.checks().stream().filter(DraftReview::isRule).toList(), texts),
        EnvironmentViewMapper.lines(
            draft.checks().stream().filter(ServiceValidation::gave).toList(), texts));
  }

  private String policy(ReviewedDraft draft, CardTexts texts) {
    if (!draft.submittable()) {
      return "";
    }
    Person owner = new Person(draft.ownerId(), "");
    return permissions
        .denial(owner, draft.work())
        .map(texts::of)
        .orElseGet(() -> texts.of(asked(owner, draft)));
  }

  /** Whom it isn't known to be an approver won't be asked, and the requester should know. */
  private Message asked(Person owner, ReviewedDraft draft) {
    Message asked = policy(policy.requirement(owner, draft.work()), draft);
    return permissions.groups().unreadableApprovers(draft.work()).map(asked::then).orElse(asked);
  }

  private Optional<ReviewContent.EmergencyChoice> emergency(
      ReviewedDraft draft, boolean chosen, CardTexts texts) {
    Person owner = new Person(draft.ownerId(), "");
    if (!draft.submittable() || permissions.denialOfEmergency(owner, draft.work()).isPresent()) {
      return Optional.empty();
    }
    int approvals =
        policy.requirement(owner, draft.work(), true).terms(draft.reviewedAt()).approvals();
    return Optional.of(
        new ReviewContent.EmergencyChoice(
            texts.of("review.emergency.title", "approvals", approvals),
            texts.of(
                "review.emergency.note",
                "duration",
                policy.emergencies().terms(owner, draft.work()).reviewWithin()),
            String.valueOf(chosen)));
  }

  /** Where only business hours count, that is said, too. A planned start ends it earlier. */
  private static Object duration(ApprovalRequirement demand, ReviewedDraft draft) {
    Instant now = draft.reviewedAt();
    ApprovalTerms terms = demand.terms(now);
    ApprovalTerms shorter = terms.endingWith(draft.start());
    if (!shorter.equals(terms)) {
      return Duration.between(now, shorter.expiresAt());
    }
    Duration length = demand.shortest(now).map(ApprovalWindow::length).orElse(Duration.ZERO);
    return demand.shortest(now).flatMap(ApprovalWindow::hours).isPresent()
        ? Message.of("review.businessTime", "duration", length)
        : length;
  }

  private static Message policy(ApprovalRequirement demand, ReviewedDraft draft) {
    ApprovalTerms terms = demand.terms(draft.reviewedAt());
    if (terms.separate().size() <= 1) {
      return Message.of(
          "review.policy",
          "needed",
          terms.approvals(),
          "approvers",
          terms.separate().stream()
              .findFirst()
              .map(consent -> consent.approvers().size())
              .orElseGet(demand::approverCount),
          "duration",
          duration(demand, draft));
    }
    return Message.of(
        "review.policy.several",
        "approvals",
        terms.separate().stream().map(DraftReview::policy).toList(),
        "duration",
        duration(demand, draft));
  }

  private static Message policy(RequiredConsent consent) {
    return Message.of(
        "review.policy.one",
        "approvals",
        consent.approvals(),
        "environment",
        consent.environmentName(),
        "role",
        consent.role().message(),
        "approvers",
        consent.approvers().size());
  }

  private static String refusal(ReviewedDraft draft, CardTexts texts) {
    if (!draft.refusal().isEmpty()) {
      return draft.refusal();
    }
    List<Finding> red =
        draft.checks().stream().filter(check -> check.severity() == Severity.RED).toList();
    if (red.isEmpty()) {
      return "";
    }
    return texts.of(
        red.stream().allMatch(ServiceValidation::gave)
            ? "review.refused.service"
            : "review.refused.rule");
  }

  private static Map<String, String> edit(ReviewedDraft draft, ReviewForm form) {
    Map<String, String> data = new LinkedHashMap<>(form.edit().apply(draft.input()));
    data.put(CardActionInvocation.IN_PLACE, "true");
    return data;
  }

  private static boolean isRule(Finding check) {
    return !isLoss(check) && !ServiceValidation.gave(check);
  }

  private static boolean isLoss(Finding check) {
    return LOSSES.contains(check.rule());
  }
}
