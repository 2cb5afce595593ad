package dev.holdfast.teams.outbound;

import java.util.Optional;

/** The tokens with which the bot speaks to the connector. */
public interface BotTokenProvider {

  /**
   * A token that is valid now; empty where the connector asks for none, on loopback.
   *
   * @throws ConnectorException when there is none to be had
   */
  Optional<String> bearer();

  /** The connector did not take this token: it is not handed out again. */
  default void refused(String bearer) {}
}
