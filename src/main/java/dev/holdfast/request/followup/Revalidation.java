package dev.holdfast.request.followup;

import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.RequiredConsent;
import java.util.List;
import java.util.Optional;

/** What the policy says now about what was approved before. */
public sealed interface Revalidation {

  /** It may be done. */
  record Holds() implements Revalidation {

    @Override
    public Optional<Message> reason() {
      return Optional.empty();
    }
  }

  /** Whether it may be done isn't known now. */
  record Unknown(Message why) implements Revalidation {

    @Override
    public Optional<Message> reason() {
      return Optional.of(why);
    }
  }

  /** It may not be done any more. */
  record Denied(Message why) implements Revalidation {

    @Override
    public Optional<Message> reason() {
      return Optional.of(why);
    }
  }

  /**
   * Approvals are missing.
   *
   * @param required what the policy asks for now
   * @param noLonger whose approvals no longer count
   */
  record Incomplete(Message why, List<RequiredConsent> required, List<Person> noLonger)
      implements Revalidation {

    @Override
    public Optional<Message> reason() {
      return Optional.of(why);
    }
  }

  /** Why it is not to be done now; empty if it holds. */
  Optional<Message> reason();

  default boolean holds() {
    return this instanceof Holds;
  }
}
