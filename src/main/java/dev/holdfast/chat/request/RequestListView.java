package dev.holdfast.chat.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.StateLabel;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests, newest first: the answer to {@code status}, {@code history} and {@code approvals}.
 *
 * @param title such as {@code Waiting for your approval}
 * @param filter what was searched for, in words; may be empty
 * @param banner how the question was understood, where that isn't certain
 * @param empty the sentence that stands there when there is none
 * @param rows one page
 * @param total how many there are in all
 * @param newest data of {@code history.show} for the first page; empty on it
 * @param older the same for the page after this one; empty on the last
 */
public record RequestListView(
    String title,
    String filter,
    Optional<Banner> banner,
    String empty,
    List<Row> rows,
    int total,
    Optional<Map<String, String>> newest,
    Optional<Map<String, String>> older)
    implements CardView {

  /** The most rows that fit on a card. */
  public static final int PAGE = 10;

  /**
   * One request.
   *
   * @param kind such as {@code Restore}
   * @param to the target's name; empty for a backup
   * @param when in the reader's zone
   * @param open data of {@code request.show}
   */
  public record Row(
      String requestId,
      String kind,
      String from,
      String to,
      @JsonUnwrapped StateLabel state,
      String when,
      String by,
      Map<String, String> open) {}

  @Override
  public String template() {
    return "request-list";
  }

  @Override
  public Message summary() {
    return total == 0
        ? Message.of("card.request-list.summary.none", "title", title, "empty", empty)
        : Message.of("card.request-list.summary", "title", title, "total", total);
  }
}
