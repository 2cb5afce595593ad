package dev.holdfast.notification.policy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.DecisionRow;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy that guardians decide about, or decided about.
 *
 * @param possible what becomes possible, a sentence each
 * @param stricter what no longer is, a sentence each
 * @param decide data of the buttons; empty for none
 * @param confirmError why a click wasn't taken; empty when there is nothing to say
 */
public record PolicyProposalView(
    @JsonUnwrapped Headline headline,
    Optional<Banner> banner,
    List<String> possible,
    List<String> stricter,
    List<DecisionRow> decisions,
    List<Fact> facts,
    Optional<Map<String, String>> decide,
    String confirmError)
    implements CardView {

  /** What is asked, or what became of it. */
  public record Headline(String title, Tone tone, String sentence) {}

  @Override
  public String template() {
    return "policy-proposal";
  }

  @Override
  public Message summary() {
    return Message.of(
        "card.notice.summary", "title", headline.title(), "sentence", headline.sentence());
  }
}
