package dev.holdfast.chat.home;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.chat.doctor.DoctorView;
import dev.holdfast.chat.request.RequestListView.Row;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to {@code hello}.
 *
 * @param title such as {@code Hello, Adele}
 * @param banner what everybody should know now, such as that nothing starts
 * @param broken what the doctor found that doesn't work; empty for people who may not read it
 * @param lists what waits for the reader and what is under way; those without rows are left out
 * @param repeatable what the reader asked for last; {@code open} is the data of {@code
 *     request.anew}
 * @param subscriptions what the reader is told of, in a sentence; may be empty
 * @param quiet what is said where there is no request to show; may be empty
 */
public record HomeView(
    String title,
    Optional<Banner> banner,
    List<DoctorView.Line> broken,
    List<Newest> lists,
    List<Row> repeatable,
    String subscriptions,
    String quiet)
    implements CardView {

  /**
   * The newest rows of a list.
   *
   * @param name such as {@code Waiting for your approval}
   * @param all data of {@code history.show} for the whole list; empty where these are all
   */
  public record Newest(String name, List<Row> rows, Optional<Map<String, String>> all) {}

  @Override
  public String template() {
    return "home";
  }

  @Override
  public Message summary() {
    return lists.isEmpty()
        ? Message.of("card.home.summary.quiet", "title", title)
        : Message.of(
            "card.home.summary",
            "title",
            title,
            "lists",
            lists.stream().map(Newest::name).toList());
  }
}
