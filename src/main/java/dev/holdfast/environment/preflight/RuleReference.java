package dev.holdfast.environment.preflight;

import dev.holdfast.message.Message;

/**
 * A rule that a finding goes by. A type of operation brings references of its own where it has
 * rules of its own.
 */
public interface RuleReference {

  /** As in {@code src/docs/rules.md}. */
  String id();

  /** The page that states it, by its title: addresses move, titles are found again. */
  Message source();

  default Finding green(String code, Object... arguments) {
    return check(Severity.GREEN, code, arguments);
  }

  default Finding amber(String code, Object... arguments) {
    return check(Severity.AMBER, code, arguments);
  }

  default Finding red(String code, Object... arguments) {
    return check(Severity.RED, code, arguments);
  }

  default Finding green(Message message) {
    return check(Severity.GREEN, message);
  }

  default Finding amber(Message message) {
    return check(Severity.AMBER, message);
  }

  default Finding red(Message message) {
    return check(Severity.RED, message);
  }

  /**
   * @param code of the message
   * @param arguments of the message, names and values in turn
   */
  default Finding check(Severity severity, String code, Object... arguments) {
    return check(severity, Message.of(code, arguments));
  }

  default Finding check(Severity severity, Message message) {
    return Finding.of(id(), severity, source(), message);
  }
}
