package dev.holdfast.adminapi.ppapi;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.http.JsonFields;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the words for the status of an operation and of its stages mean (facts 2).
 *
 * <p>Two of them look like a good end and are none: {@code ValidationPassed} says that an order was
 * found right, {@code NoOperation} that nothing had to be done. Neither restored anything.
 */
final class PpapiStatusVocabulary {

  static final String VALIDATION_PASSED = "ValidationPassed";

  private PpapiStatusVocabulary() {}

  /** The word, which comes as {@code status}, as {@code state} or as {@code state.id}. */
  static Optional<String> in(JsonNode node) {
    return Stream.of(node.path("status"), node.path("state"))
        .map(JsonFields::word)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * What an operation's word means.
   *
   * @param ended whether the service says when it ended. A check that passed may go on to be
   *     carried out, so before that it is followed; an undocumented word is final with it.
   */
  static State state(String word, boolean ended) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "queued", "notstarted" -> State.NOT_STARTED;
      case "inprogress", "running" -> State.RUNNING;
      case "succeeded" -> State.SUCCEEDED;
      case "failed", "validationfailed", "nooperation" -> State.FAILED;
      case "validationpassed" -> ended ? State.FAILED : State.UNKNOWN;
      default -> ended ? State.ENDED : State.ofUnknown(word);
    };
  }

  /** What a stage's word means: one that is skipped is done with. */
  static State stage(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "notstarted", "postponed" -> State.NOT_STARTED;
      case "inprogress", "running" -> State.RUNNING;
      case "succeeded", "skipped" -> State.SUCCEEDED;
      case "failed" -> State.FAILED;
      default -> State.ofUnknown(word);
    };
  }

  /** Whether it was nothing but a check, and is over. */
  static boolean onlyChecked(AdminOperation operation) {
    return operation.state().ended() && operation.stateWord().equalsIgnoreCase(VALIDATION_PASSED);
  }

  /** Why an operation that ended with this word did nothing; empty for other words. */
  static Optional<String> nothingDone(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "nooperation" -> Optional.of("the service found nothing to do and did nothing");
      case "validationpassed" -> Optional.of("the service only checked the order and did nothing");
      case "validationfailed" -> Optional.of("the service did not accept the order");
      default -> Optional.empty();
    };
  }
}
