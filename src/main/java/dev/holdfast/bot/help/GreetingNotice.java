package dev.holdfast.bot.help;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.view.Banner;
import java.util.Optional;

/** What everybody who says hello should know, such as that nothing starts at the moment. */
public interface GreetingNotice {

  /** Empty while there is nothing to know. */
  Optional<Banner> banner(ChatUser who);
}
