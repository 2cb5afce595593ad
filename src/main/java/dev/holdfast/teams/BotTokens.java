package dev.holdfast.teams;

import java.util.Optional;

/** The tokens with which the bot speaks to the connector. */
interface BotTokens {

  /** A token that is valid now; empty where the connector asks for none, on loopback. */
  Optional<String> bearer();
}
