package dev.holdfast.chat;

import dev.holdfast.approval.Approvals;
import dev.holdfast.approval.Policy;
import dev.holdfast.approval.Submission;
import dev.holdfast.request.Origin;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Turns a reviewed restore into a request, from what was stored with the review and never from what
 * the card carries.
 */
@Component
class Submissions {

  /** An older review says too little of the environments as they are now. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(30);

  private final Drafts drafts;
  private final Reviews reviews;
  private final Policy policy;
  private final Approvals approvals;
  private final Clock clock;

  Submissions(Drafts drafts, Reviews reviews, Policy policy, Approvals approvals, Clock clock) {
    this.drafts = drafts;
    this.reviews = reviews;
    this.policy = policy;
    this.approvals = approvals;
    this.clock = clock;
  }

  /** Either the request, or what to show or tell instead. */
  record Outcome(Optional<Request> request, Optional<Reaction> instead) {

    private static Outcome instead(Reaction reaction) {
      return new Outcome(Optional.empty(), Optional.of(reaction));
    }
  }

  Outcome submit(Clicked clicked) {
    Speaker who = clicked.who();
    Optional<Draft> found = drafts.find(clicked.data().getOrDefault("draft", ""));
    if (found.isEmpty()) {
      return Outcome.instead(
          new Reaction.Tell("This review is no longer there. Start again with “restore”."));
    }
    Draft draft = found.get();
    if (!draft.ownerId().equalsIgnoreCase(who.id())) {
      return Outcome.instead(
          new Reaction.Tell(
              "Only the person who filled in this form can submit it. Start your own with"
                  + " “restore”."));
    }
    Person requester = who.person();
    Optional<Request> before = approvals.submitted(draft.id(), requester);
    if (before.isPresent()) {
      return new Outcome(before, Optional.empty());
    }
    String typed = clicked.data().getOrDefault("confirm", "").strip();
    if (!typed.equals(draft.work().target().displayName().strip())) {
      return error(
          draft,
          who,
          "Type the name exactly as it stands above: " + draft.work().target().displayName());
    }
    if (clock.instant().isAfter(draft.reviewedAt().plus(GOOD_FOR))) {
      return error(
          draft, who, "This review is more than 30 minutes old. Choose Edit and review it again.");
    }
    Optional<String> objection = policy.objection(requester, draft.work());
    if (!draft.submittable() || objection.isPresent()) {
      return error(draft, who, objection.orElse("A check is red; this cannot be submitted."));
    }
    return new Outcome(
        Optional.of(approvals.submit(submission(draft, requester, clicked))), Optional.empty());
  }

  private Outcome error(Draft draft, Speaker who, String sentence) {
    return Outcome.instead(new Reaction.Show(reviews.show(draft, who, sentence), false));
  }

  private static Submission submission(Draft draft, Person requester, Clicked clicked) {
    Place where = clicked.where();
    return new Submission(
        draft.id(),
        requester,
        draft.zone(clicked.who()),
        draft.work(),
        draft.input().reason(),
        new Origin(where.conversation(), clicked.message(), where.kind() == Place.Kind.PERSONAL),
        Sides.warnings(draft.checks()));
  }
}
