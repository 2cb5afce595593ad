package dev.holdfast.bot.help;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.message.Message;
import dev.holdfast.support.BuildVersion;
import java.util.List;
import java.util.Optional;

/**
 * The welcome, and the answer to {@code help}.
 *
 * @param title such as {@code Hello, Adele}
 * @param lead what Holdfast is good for, in a sentence
 * @param banner for example what was not understood, and the nearest command
 * @param build what answers
 */
public record HelpView(
    String title, String lead, Optional<Banner> banner, List<Topic> topics, BuildVersion build)
    implements CardView {

  /**
   * Commands that belong together.
   *
   * @param name such as {@code Restore}
   * @param says what they do, in a sentence
   * @param example one that can be typed as it stands
   */
  public record Topic(String name, String says, String example) {}

  @Override
  public String template() {
    return "help";
  }

  @Override
  public Message summary() {
    return Message.of("card.help.summary", "title", title, "lead", lead);
  }
}
