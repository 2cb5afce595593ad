package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.DecisionRow;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.store.RequestSummary;
import java.util.List;
import java.util.Optional;

/** An emergency and its review in words. */
final class EmergencyTexts {

  private EmergencyTexts() {}

  /** For a list of requests. */
  static Optional<Message> inShort(RequestSummary request) {
    return request.isReviewMissing()
        ? Optional.of(Message.of("emergency.reviewMissing"))
        : Optional.empty();
  }

  /** What its card says of it. */
  static List<Fact> facts(Request request, CardTexts texts) {
    return request.emergency().isDeclared()
        ? List.of(texts.fact("requestCard.emergency", texts.of(standing(request))))
        : List.of();
  }

  private static Message standing(Request request) {
    return request
        .emergency()
        .review()
        .map(review -> Message.of("emergency.reviewed", "person", review.by().name()))
        .orElseGet(
            () ->
                Message.of(
                    request.emergency().isReviewMissing()
                        ? "emergency.toBeReviewed"
                        : "emergency.reviewLater",
                    "person",
                    request.details().requester().name()));
  }

  /** Among what people decided. */
  static Optional<DecisionRow> review(Request request, CardTexts texts) {
    return request
        .emergency()
        .review()
        .map(
            review ->
                new DecisionRow(
                    Tone.NEUTRAL,
                    review.by().name(),
                    texts.of("decision.reviewed"),
                    texts.at(review.at()),
                    Optional.of(review.comment())));
  }

  /** What there is to do about it when it has ended. */
  static List<Message> nextSteps(Request request) {
    return request.emergency().isReviewMissing()
        ? List.of(
            Message.of(
                "nextStep.review",
                "person",
                request.details().requester().name(),
                "request",
                request.id().toString()))
        : List.of();
  }
}
