package dev.holdfast.operation.draft;

import dev.holdfast.message.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person put in for a security group. */
public final class SecurityGroupInput {

  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final String NO_GROUP = "00000000-0000-0000-0000-000000000000";

  private SecurityGroupInput() {}

  /** The object id as Entra writes it; empty when nothing was put in. */
  public static Optional<String> id(String typed) {
    String text = typed.toLowerCase(Locale.ROOT);
    boolean braced = text.startsWith("{") && text.endsWith("}") && text.length() > 2;
    return Optional.of(braced ? text.substring(1, text.length() - 1).strip() : text)
        .filter(id -> !id.isEmpty());
  }

  /** What is wrong with it; empty when it can be ordered. */
  static Optional<Message> objection(String typed) {
    return id(typed).flatMap(SecurityGroupInput::objectionTo);
  }

  private static Optional<Message> objectionTo(String id) {
    if (!GUID.matcher(id).matches()) {
      return Optional.of(Message.of("securityGroup.notAnId"));
    }
    return id.equals(NO_GROUP) ? Optional.of(Message.of("securityGroup.zeros")) : Optional.empty();
  }
}
