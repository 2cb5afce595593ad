package dev.holdfast.operation.draft;

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

  /** What is wrong with it, in a sentence; empty when it can be ordered. */
  static Optional<String> objection(String typed) {
    return id(typed).flatMap(SecurityGroupInput::objectionTo);
  }

  private static Optional<String> objectionTo(String id) {
    if (!GUID.matcher(id).matches()) {
      return Optional.of(
          "This is not an object id such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301. The Entra admin"
              + " center shows it with the group. Leave it empty to name none.");
    }
    return id.equals(NO_GROUP)
        ? Optional.of(
            "All zeros are no group. Leave it empty, and take the group away in the Power Platform"
                + " admin center afterwards.")
        : Optional.empty();
  }
}
