package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.Resolution;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.request.step.ResolutionStatus;
import java.util.Optional;

/** Who resolved an unknown outcome, how and when, as a person reads it. */
public final class OutcomeResolutionTexts {

  private OutcomeResolutionTexts() {}

  /** What was said last, and what came of it; empty when nobody has said anything. */
  public static Optional<String> sentence(Request request, CardTexts texts) {
    return request.resolution().last().map(said -> sentence(request, said, texts));
  }

  /** What a list of requests says of it, after the request's state; empty when nothing. */
  static Optional<Message> inShort(Request request) {
    if (request.resolution().isGivenUp()) {
      return Optional.of(Message.of("resolution.short.closed"));
    }
    if (request.resolution().inProgress().isPresent()) {
      return Optional.of(Message.of("resolution.short.pending"));
    }
    return request.resolution().isNeeded()
        ? Optional.of(Message.of("resolution.short.needed"))
        : Optional.empty();
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
    return followed(said, texts).map(then -> first + " " + texts.of(then)).orElse(first);
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

  private static Optional<Message> followed(Resolution said, CardTexts texts) {
    if (said.status() == ResolutionStatus.OPEN) {
      return Optional.of(Message.of("resolution.open"));
    }
    return said.status() == ResolutionStatus.REFUSED
        ? Optional.of(Message.of("resolution.refused", "objection", said.objection()))
        : Optional.empty();
  }

  /** A way to resolve it, as a choice on the card. */
  static Message choice(ResolutionKind way) {
    return switch (way) {
      case RAN_AS -> Message.of("resolution.choice.ranAs");
      case LOOK_AGAIN -> Message.of("resolution.choice.lookAgain");
      case CALL_AGAIN -> Message.of("resolution.choice.callAgain");
      case CONFIRMED -> Message.of("resolution.choice.confirmed");
      case GIVE_UP -> Message.of("resolution.choice.giveUp");
    };
  }
}
