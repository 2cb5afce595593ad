package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.Resolution;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.request.step.ResolutionStatus;
import dev.holdfast.request.store.RequestSummary;
import java.util.Optional;

/** Who resolved an unknown outcome, how and when, as a person reads it. */
public final class OutcomeResolutionTexts {

  private OutcomeResolutionTexts() {}

  /** What was said last, and what came of it; empty when nobody has said anything. */
  public static Optional<String> sentence(Request request, CardTexts texts) {
    return request.resolution().last().map(said -> sentence(request, said, texts));
  }

  /** What a list of requests says of it, after the request's state; empty when nothing. */
  static Optional<Message> inShort(RequestSummary request) {
    return request
        .standing()
        .question()
        .map(
            question ->
                switch (question) {
                  case CLOSED -> Message.of("resolution.short.closed");
                  case PENDING -> Message.of("resolution.short.pending");
                  case PROPOSED -> Message.of("resolution.short.proposed");
                  case NEEDED -> Message.of("resolution.short.needed");
                });
  }

  private static String sentence(Request request, Resolution said, CardTexts texts) {
    boolean silent = said.comment().isBlank();
    Message who =
        Message.of(
            silent ? "resolution.said" : "resolution.said.comment",
            "person",
            said.by().name(),
            "time",
            said.at(),
            "what",
            what(request, said));
    String first = texts.of(silent ? who : who.with("comment", said.comment()));
    return followed(request, said).map(then -> first + " " + texts.of(then)).orElse(first);
  }

  private static Message what(Request request, Resolution said) {
    return switch (said.kind()) {
      case RAN_AS -> Message.of("resolution.what.ranAs", "operation", said.operation());
      case LOOK_AGAIN -> Message.of("resolution.what.lookAgain");
      case CALL_AGAIN -> Message.of("resolution.what.callAgain");
      case CONFIRMED -> Message.of("resolution.what.confirmed");
      case GIVE_UP -> Message.of("resolution.what.giveUp", "request", request.id().toString());
    };
  }

  private static Optional<Message> followed(Request request, Resolution said) {
    return switch (said.status()) {
      case OPEN -> Optional.of(Message.of("resolution.open"));
      case REFUSED -> Optional.of(Message.of("resolution.refused", "objection", said.objection()));
      case PROPOSED ->
          Optional.of(Message.of("resolution.proposed", "time", said.confirmableUntil()));
      case DONE -> proposal(request, said);
    };
  }

  /** Who proposed what the last one confirmed. */
  private static Optional<Message> proposal(Request request, Resolution said) {
    int before = request.resolution().all().size() - 2;
    return said.kind() == ResolutionKind.CALL_AGAIN && before >= 0
        ? Optional.of(request.resolution().all().get(before))
            .filter(first -> first.status() == ResolutionStatus.PROPOSED)
            .map(
                first ->
                    Message.of(
                        "resolution.proposedBy", "person", first.by().name(), "time", first.at()))
        : Optional.empty();
  }

  /** A way to resolve it, as a choice on the card. */
  static Message choice(ResolutionKind way, boolean proposed) {
    return switch (way) {
      case RAN_AS -> Message.of("resolution.choice.ranAs");
      case LOOK_AGAIN -> Message.of("resolution.choice.lookAgain");
      case CALL_AGAIN ->
          Message.of(
              proposed ? "resolution.choice.confirmCallAgain" : "resolution.choice.callAgain");
      case CONFIRMED -> Message.of("resolution.choice.confirmed");
      case GIVE_UP -> Message.of("resolution.choice.giveUp");
    };
  }
}
