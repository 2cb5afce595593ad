package dev.holdfast.adminapi.ppapi;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.ValidationResult;
import dev.holdfast.adminapi.http.ErrorDetail;
import dev.holdfast.adminapi.http.HttpCall;
import dev.holdfast.adminapi.http.HttpErrorMapper;
import dev.holdfast.adminapi.http.HttpReply;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service says to an order that is only to be checked. It passes on {@code 200} with the
 * word {@code ValidationPassed} and on nothing else; a {@code 202} that names an operation has to
 * be followed.
 */
final class PpapiOrderValidation {

  private static final Logger log = LoggerFactory.getLogger(PpapiOrderValidation.class);

  private PpapiOrderValidation() {}

  /**
   * @param operation the one that the answer names
   * @throws AdminApiException when the service did not check at all
   */
  static ValidationResult read(
      HttpCall call, HttpReply reply, Optional<OperationLocator> operation) {
    if (reply.status() == 202 && operation.isPresent()) {
      return new ValidationResult(
          false, word(reply).orElse("202"), List.of(), reply.correlationId(), operation);
    }
    return switch (reply.status()) {
      case 200 -> checked(reply);
      case 400 -> refused(reply);
      case 409 -> conflict(call, reply);
      default -> {
        if (reply.successful()) {
          yield takenForAnOrder(call, reply);
        }
        throw HttpErrorMapper.answered(call, reply);
      }
    };
  }

  private static ValidationResult checked(HttpReply reply) {
    Optional<String> word = word(reply);
    Optional<ErrorDetail> detail = reply.detail();
    boolean passed =
        word.filter(PpapiStatusVocabulary.VALIDATION_PASSED::equalsIgnoreCase).isPresent()
            && detail.isEmpty();
    return new ValidationResult(
        passed,
        word.or(() -> detail.flatMap(ErrorDetail::code)).orElse("200 without a status"),
        detail.map(ErrorDetail::objections).orElse(List.of()),
        reply.correlationId());
  }

  /** A busy environment is no objection to the order: asked when it is free, it may well pass. */
  private static ValidationResult conflict(HttpCall call, HttpReply reply) {
    AdminApiException answered = HttpErrorMapper.answered(call, reply);
    if (answered.kind() == Kind.BUSY) {
      throw answered;
    }
    return refused(reply);
  }

  private static ValidationResult refused(HttpReply reply) {
    Optional<ErrorDetail> detail = reply.detail();
    List<String> objections =
        detail
            .map(ErrorDetail::objections)
            .filter(list -> !list.isEmpty())
            .orElseGet(() -> reply.answer().message().stream().toList());
    return new ValidationResult(
        false,
        reply.answer().code().orElseGet(() -> HttpErrorMapper.words(reply.answer())),
        objections,
        reply.correlationId());
  }

  /** An order is answered like this, and there is nothing to follow (facts 2.2). */
  private static ValidationResult takenForAnOrder(HttpCall call, HttpReply reply) {
    log.warn(
        "Asked to {}, the service answered {} as if it had started it (correlation id {})",
        call.what(),
        reply.status(),
        reply.correlationId().orElse("none"));
    return new ValidationResult(
        false,
        word(reply).map(word -> reply.status() + " " + word).orElse("" + reply.status()),
        List.of(
            "The service answered the check as it answers an order. Look at the operations of the"
                + " target before you go on."),
        reply.correlationId());
  }

  private static Optional<String> word(HttpReply reply) {
    return reply.json().flatMap(PpapiStatusVocabulary::in);
  }

  /**
   * An answer of success to an order by which the service says, in its own word, that it did
   * nothing.
   *
   * @throws AdminApiException when it is such an answer
   */
  static void refuseIfNothingWasDone(HttpCall call, HttpReply reply) {
    word(reply)
        .flatMap(PpapiStatusVocabulary::nothingDone)
        .ifPresent(
            why -> {
              throw new AdminApiException(
                  Kind.INVALID,
                  "Power Platform did not %s: it answered %d %s, so %s."
                      .formatted(call.what(), reply.status(), word(reply).orElse(""), why),
                  reply.answer());
            });
  }
}
