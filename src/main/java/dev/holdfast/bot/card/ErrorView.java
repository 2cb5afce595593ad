package dev.holdfast.bot.card;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.ServiceErrorDetails;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * Something failed.
 *
 * @param title what failed, such as {@code The backups of Contoso UAT could not be read}
 * @param about the environment or request it is about; may be empty
 * @param next what Holdfast does now
 * @param todo what the reader can do, a sentence each
 * @param command what fixes it, to be copied as it stands; may be empty
 * @param service the service's own words and ids
 */
public record ErrorView(
    String title,
    String about,
    String next,
    List<String> todo,
    String command,
    Optional<ServiceErrorDetails> service)
    implements CardView {

  @Override
  public String template() {
    return "error";
  }

  @Override
  public Message summary() {
    return Message.of("card.error.summary", "title", title, "next", next);
  }
}
