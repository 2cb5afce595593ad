package dev.holdfast.operation.draft;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.approval.SubmissionRules;
import dev.holdfast.approval.SubmitRequest;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.message.Message;
import dev.holdfast.operation.TypedName;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestOrigin;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Turns what was reviewed into a request, from what was stored with the review and never from what
 * the card carries.
 */
@Component
public class DraftSubmission {

  private static final String COMMAND = "command";

  /** An older review says too little of the environments as they are now. */
  static final Duration GOOD_FOR = Duration.ofMinutes(30);

  private final DraftRepository drafts;
  private final DraftReview reviews;
  private final SubmissionRules rules;
  private final ApprovalService approvals;
  private final Clock clock;

  DraftSubmission(
      DraftRepository drafts,
      DraftReview reviews,
      SubmissionRules rules,
      ApprovalService approvals,
      Clock clock) {
    this.drafts = drafts;
    this.reviews = reviews;
    this.rules = rules;
    this.approvals = approvals;
    this.clock = clock;
  }

  /** Either the request, or what to show or tell instead. */
  public record Outcome(Optional<Request> request, Optional<ActionResponse> instead) {

    private static Outcome instead(ActionResponse reaction) {
      return new Outcome(Optional.empty(), Optional.of(reaction));
    }
  }

  /** Has read again who may submit a draft. */
  void prepare(CardActionInvocation clicked) {
    drafts.find(clicked.text("draft")).map(ReviewedDraft::work).ifPresent(rules::prepare);
  }

  /**
   * @param command the word that opens a form of one's own
   */
  public Outcome submit(CardActionInvocation clicked, String command) {
    ChatUser who = clicked.who();
    String id = clicked.text("draft");
    Optional<ReviewedDraft> found = drafts.find(id);
    if (found.isEmpty()) {
      return submittedBefore(id, who)
          .orElseGet(() -> told(who.texts().of("review.gone", COMMAND, command)));
    }
    ReviewedDraft draft = found.get();
    if (!draft.ownerId().equalsIgnoreCase(who.id())) {
      return told(who.texts().of("review.others", COMMAND, command));
    }
    return submittedBefore(draft.id(), who)
        .orElseGet(
            () ->
                rules.mayRead(who.person(), draft.work())
                    ? submit(draft, clicked)
                    : told(who.texts().of("review.gone", COMMAND, command)));
  }

  private Optional<Outcome> submittedBefore(String draft, ChatUser who) {
    return approvals
        .submitted(draft, who.person())
        .map(request -> new Outcome(Optional.of(request), Optional.empty()));
  }

  private Outcome submit(ReviewedDraft draft, CardActionInvocation clicked) {
    Person requester = clicked.who().person();
    Optional<Message> objection = objection(draft, requester, clicked);
    return objection.isPresent()
        ? error(draft, clicked, clicked.who().texts().of(objection.get()))
        : new Outcome(
            Optional.of(approvals.submit(submission(draft, requester, clicked))), Optional.empty());
  }

  /** Why a draft is not submitted; empty when it is. */
  private Optional<Message> objection(
      ReviewedDraft draft, Person requester, CardActionInvocation clicked) {
    Optional<Message> confirmation =
        TypedName.objection(draft.work().affected(), clicked.text("confirm").strip());
    if (confirmation.isPresent()) {
      return confirmation;
    }
    if (clock.instant().isAfter(draft.reviewedAt().plus(GOOD_FOR))) {
      return Optional.of(Message.of("review.old"));
    }
    if (draft.start().filter(start -> start.isOver(clock.instant())).isPresent()) {
      return Optional.of(Message.of("review.startOver"));
    }
    return denial(draft, requester, isEmergency(clicked))
        .or(() -> rules.missingTicket(draft.work(), draft.ticket()))
        .or(
            () ->
                draft.submittable()
                    ? Optional.empty()
                    : Optional.of(Message.of("review.refused.rule")));
  }

  private Optional<Message> denial(ReviewedDraft draft, Person requester, boolean isEmergency) {
    if (!isEmergency) {
      return rules.denial(requester, draft.work());
    }
    return draft.reason().isBlank()
        ? Optional.of(Message.of("policy.emergencyReason"))
        : rules.denialOfEmergency(requester, draft.work());
  }

  private static Outcome told(String sentence) {
    return Outcome.instead(new ActionResponse.Tell(sentence));
  }

  private static boolean isEmergency(CardActionInvocation clicked) {
    return clicked.text("emergency").equals("true");
  }

  private Outcome error(ReviewedDraft draft, CardActionInvocation clicked, String sentence) {
    return Outcome.instead(
        new ActionResponse.Show(
            reviews.show(draft, clicked.who(), sentence, isEmergency(clicked)), false));
  }

  private static SubmitRequest submission(
      ReviewedDraft draft, Person requester, CardActionInvocation clicked) {
    ConversationRef where = clicked.where();
    return new SubmitRequest(
        draft.id(),
        requester,
        draft.zone(clicked.who()),
        draft.work(),
        draft.reason(),
        new RequestOrigin(
            where.conversation(), clicked.message(), where.kind() == ConversationRef.Kind.PERSONAL),
        EnvironmentViewMapper.warnings(draft.checks()),
        new SubmitRequest.Asked(
            isEmergency(clicked), draft.rehearsal(), draft.ticket(), draft.start()));
  }
}
