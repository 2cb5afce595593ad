package dev.holdfast.operation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.view.CheckRow;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.ZonedTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the review of an operation that overwrites an environment shows: what it will do, and the
 * checks. Each type of operation has a card of its own around it, with its verbs.
 */
public record ReviewContent(
    @JsonUnwrapped Subject subject,
    @JsonUnwrapped Checks checked,
    @JsonUnwrapped Confirmation confirmation) {

  /**
   * What is to be done.
   *
   * @param point the instant that is gone back to; empty when there is none
   * @param pointName such as {@code manual backup “Before go-live”}; may be empty
   * @param options audit data, new name and the like
   */
  public record Subject(
      EnvironmentSummary from,
      EnvironmentSummary to,
      Optional<ZonedTime> point,
      String pointName,
      List<Fact> options) {}

  /**
   * What was found.
   *
   * @param lost what the target will lose, a sentence each
   * @param service what the service itself says to it; empty where it cannot be asked
   */
  public record Checks(List<String> lost, List<CheckRow> checks, List<CheckRow> service) {}

  /**
   * How it goes on.
   *
   * @param policy what happens after Submit, such as {@code Megan Bowen or Alex Wilber must
   *     approve.}
   * @param refusal why it cannot be submitted; empty when it can
   * @param confirmError why the typed name was not taken; empty when there is nothing to say
   * @param submit data of the verb that submits it; empty when a check is red
   * @param edit data of the verb that opens the form, with everything that was filled in
   * @param emergency that it can be one; empty for those who may not declare one
   */
  public record Confirmation(
      String policy,
      String refusal,
      String confirmError,
      Optional<Map<String, String>> submit,
      Map<String, String> edit,
      Optional<EmergencyChoice> emergency) {}

  /**
   * The toggle with which it's submitted as an emergency.
   *
   * @param title what it does
   * @param note what follows from it
   * @param chosen {@code true} or {@code false}
   */
  public record EmergencyChoice(String title, String note, String chosen) {}
}
