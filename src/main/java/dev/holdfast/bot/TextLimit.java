package dev.holdfast.bot;

import dev.holdfast.message.Message;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long a text may be that a person enters: the inputs of all forms, by their ids, and what is
 * typed as a message. The templates of the cards limit their inputs to the same; a client may send
 * more all the same.
 */
public enum TextLimit {
  REASON(500, "textLimit.reason", "reason"),
  COMMENT(500, "textLimit.comment", "comment", "reviewComment"),
  NOTES(500, "textLimit.notes", "notes"),
  LABEL(100, "textLimit.label", "label"),
  NAME(100, "textLimit.name", "targetName"),
  ENVIRONMENT(100, "textLimit.environment", "sourceText", "targetText"),
  TIME_ZONE(100, "textLimit.timeZone", "zone"),
  OPERATION(100, "textLimit.operation", "operation"),
  SECURITY_GROUP(60, "textLimit.securityGroup", "securityGroup"),
  TICKET(60, "textLimit.ticket", "ticket"),
  START(100, "textLimit.start", "start"),
  REPEAT(150, "textLimit.repeat", "repeat"),
  SEARCH(60, "textLimit.search", "text"),
  CONFIRMATION(300, "textLimit.confirmation", "confirm"),
  COMMAND(1000, "textLimit.command");

  private final int most;
  private final String title;
  private final Set<String> inputs;

  TextLimit(int most, String title, String... inputs) {
    this.most = most;
    this.title = title;
    this.inputs = Set.of(inputs);
  }

  /** In characters as Teams counts them. */
  public int most() {
    return most;
  }

  /** The limit of a form's input; empty where nobody types. */
  public static Optional<TextLimit> ofInput(String id) {
    return Arrays.stream(values()).filter(limit -> limit.inputs.contains(id)).findFirst();
  }

  /** What is wrong with the inputs of a form; empty when none is too long. */
  public static Optional<Message> excess(Map<String, String> data) {
    return data.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            input ->
                ofInput(input.getKey())
                    .flatMap(limit -> limit.excess(input.getValue().strip()))
                    .stream())
        .reduce(Message::then);
  }

  /** What is wrong with a text; empty when it isn't too long. */
  public Optional<Message> excess(String text) {
    return text.length() <= most
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "textLimit.tooLong",
                "what",
                Message.of(title),
                "most",
                most,
                "length",
                text.length()));
  }
}
