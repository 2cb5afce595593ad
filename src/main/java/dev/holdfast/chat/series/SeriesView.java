package dev.holdfast.chat.series;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.StateLabel;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A series.
 *
 * @param series its ID
 * @param title what it does
 * @param next when its next runs are planned, in words
 * @param past what became of its last runs, in words
 * @param buttons what its reader may do
 */
record SeriesView(
    String series,
    String title,
    @JsonUnwrapped StateLabel state,
    Optional<Banner> banner,
    List<Fact> facts,
    List<String> next,
    List<String> past,
    @JsonUnwrapped Buttons buttons)
    implements CardView {

  /**
   * Data of the buttons; empty for none.
   *
   * @param pause of {@code series.pause}
   * @param resume of {@code series.resume}
   * @param skip of {@code series.skip}
   * @param change of {@code seriesform.open}
   * @param end of {@code series.end}
   */
  record Buttons(
      Optional<Map<String, String>> pause,
      Optional<Map<String, String>> resume,
      Optional<Map<String, String>> skip,
      Optional<Map<String, String>> change,
      Optional<Map<String, String>> end) {

    static final Buttons NONE =
        new Buttons(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  @Override
  public String template() {
    return "series";
  }

  @Override
  public Message summary() {
    return Message.of("card.series.summary", "series", series).with("title", title);
  }
}
