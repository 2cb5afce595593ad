package dev.holdfast.operation;

import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.Optional;

/** The name of the target, typed as a confirmation that it's the one to overwrite. */
public final class TypedName {

  private TypedName() {}

  /**
   * What is wrong with the typed name; empty when nothing is. A name that doesn't show what it is
   * can't be typed from sight, so its ID is.
   */
  public static Optional<Message> objection(EnvironmentRef target, String typed) {
    String name = target.displayName();
    if (NameMarks.isPlain(name)) {
      return typed.equals(name.strip())
          ? Optional.empty()
          : Optional.of(Message.of("review.confirm", "name", name));
    }
    return typed.equals(target.id())
        ? Optional.empty()
        : Optional.of(Message.of("review.confirm.lookalike", "id", target.id()));
  }
}
