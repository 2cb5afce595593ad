package dev.holdfast.operation.restore.why;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.CheckRow;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an environment can be a target, and what rules it out.
 *
 * @param source the source it was asked about; empty for any source
 * @param verdict the answer in a sentence
 * @param restore data of {@code restore.form}; empty when the answer is no
 */
public record RestoreEligibilityView(
    EnvironmentSummary target,
    Optional<EnvironmentSummary> source,
    String verdict,
    Tone tone,
    List<CheckRow> checks,
    Optional<Map<String, String>> restore)
    implements CardView {

  @Override
  public String template() {
    return "why";
  }

  @Override
  public Message summary() {
    return Message.plain(verdict);
  }
}
