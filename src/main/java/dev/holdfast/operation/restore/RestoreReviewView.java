package dev.holdfast.operation.restore;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.CheckRow;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.ZonedTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A restore before it is submitted: what it will do, and the checks.
 *
 * @param point what is restored
 * @param pointName such as {@code manual backup “Before go-live”}; may be empty
 * @param options audit data, new name and the like
 * @param lost what the target will lose, a sentence each
 * @param service what the service itself says to it; empty where it cannot be asked
 * @param policy what happens after Submit, such as {@code Megan Bowen or Alex Wilber must approve.}
 * @param refusal why it cannot be submitted; empty when it can
 * @param confirmError why the typed name was not taken; empty when there is nothing to say
 * @param submit data of {@code restore.submit}; empty when a check is red
 * @param edit data of {@code restore.form} with everything that was filled in
 */
public record RestoreReviewView(
    EnvironmentSummary from,
    EnvironmentSummary to,
    ZonedTime point,
    String pointName,
    List<Fact> options,
    List<String> lost,
    List<CheckRow> checks,
    List<CheckRow> service,
    String policy,
    String refusal,
    String confirmError,
    Optional<Map<String, String>> submit,
    Map<String, String> edit)
    implements CardView {

  @Override
  public String template() {
    return "review";
  }

  @Override
  public String summary() {
    return "Review the restore from " + from.name() + " to " + to.name();
  }
}
