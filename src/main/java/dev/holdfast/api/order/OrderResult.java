package dev.holdfast.api.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.api.ProblemException;
import dev.holdfast.api.ProblemType;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the checks of an order found, as it's stored.
 *
 * @param problem why it was refused
 * @param joined whether it joined a request that waits to do the same
 */
public record OrderResult(
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Found> findings,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Refusal> problem,
    boolean joined) {

  public static final OrderResult NONE = new OrderResult(List.of(), Optional.empty(), false);

  public OrderResult {
    findings = findings == null ? List.of() : List.copyOf(findings);
  }

  /** A finding, in English. */
  public record Found(String rule, String severity, String message) {

    static Found of(Finding finding) {
      return new Found(finding.rule(), finding.severity().name(), finding.sentence());
    }
  }

  /**
   * Why it was refused, in English.
   *
   * @param errors by field
   */
  public record Refusal(
      ProblemType type,
      String detail,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> errors) {

    public Refusal {
      errors = errors == null ? Map.of() : Map.copyOf(errors);
    }
  }

  static OrderResult found(List<Finding> checks, boolean joined) {
    return new OrderResult(checks.stream().map(Found::of).toList(), Optional.empty(), joined);
  }

  static OrderResult refused(ProblemType type, Message detail, List<Finding> checks) {
    return new OrderResult(
        checks.stream().map(Found::of).toList(),
        Optional.of(new Refusal(type, StoredMessage.english(detail), Map.of())),
        false);
  }

  static OrderResult refused(ProblemType type) {
    return refused(type, type.message(), List.of());
  }

  static OrderResult wrong(ProblemType type, Map<String, Message> errors) {
    return new OrderResult(
        List.of(),
        Optional.of(
            new Refusal(
                type, StoredMessage.english(type.message()), ProblemException.texts(errors))),
        false);
  }
}
