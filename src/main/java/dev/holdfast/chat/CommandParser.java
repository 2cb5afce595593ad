package dev.holdfast.chat;

import java.util.Optional;

/** Turns what a person typed into a {@link Command}. */
final class CommandParser {

  /** The command in a text whose mention of the bot was already taken out. Never throws. */
  Command parse(String text) {
    return new Command.Unknown(text, Optional.empty());
  }
}
