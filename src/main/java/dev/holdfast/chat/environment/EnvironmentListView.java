package dev.holdfast.chat.environment;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of environments, with a search.
 *
 * @param searched what was searched for; empty for all
 * @param rows one page
 * @param from how many of those that fit come before it
 * @param total how many there are in all that fit the search
 * @param age how old the catalog is, such as {@code 2 minutes ago}
 * @param previous data of {@code environments.search} for the page before; empty on the first
 * @param next the same for the page after; empty on the last
 */
public record EnvironmentListView(
    String searched,
    List<Row> rows,
    int from,
    int total,
    String age,
    Optional<Banner> banner,
    Optional<Map<String, String>> previous,
    Optional<Map<String, String>> next)
    implements CardView {

  /** The most rows that fit on a card. */
  public static final int PAGE = 10;

  /**
   * One environment.
   *
   * @param kind such as {@code Sandbox · unified development}
   * @param state such as {@code Ready} or {@code Administration mode}
   * @param distinction what tells it from others of its name; empty when there is none
   * @param open data of {@code environment.show}
   */
  public record Row(
      String name,
      String kind,
      String region,
      String state,
      Tone tone,
      String distinction,
      Map<String, String> open) {}

  @Override
  public String template() {
    return "environments";
  }

  @Override
  public Message summary() {
    return searched.isEmpty()
        ? Message.of("card.environments.all", "total", total)
        : Message.of("card.environments.summary", "total", total, "text", searched);
  }
}
