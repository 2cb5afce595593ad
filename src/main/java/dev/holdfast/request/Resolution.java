package dev.holdfast.request;

import dev.holdfast.request.Person;

import java.time.Instant;

/**
 * What a person said about an outcome that was not known.
 *
 * @param version the request's version after it
 * @param operation the service's id of the operation; empty unless it {@link Way#RAN_AS} one
 * @param comment why; may be empty where none is needed
 * @param standing what came of it
 * @param objection why Holdfast could not do so, in a sentence; empty unless {@link
 *     Standing#REFUSED}
 */
public record Resolution(
    long version,
    Person by,
    Instant at,
    Way way,
    String operation,
    String comment,
    Standing standing,
    String objection) {

  /** The ways to settle it. */
  public enum Way {
    /** It ran as this operation, which is followed to its end. */
    RAN_AS,
    /** The operation or the environment is looked at for longer. */
    LOOK_AGAIN,
    /** It never started: after all checks it is called once more. */
    CALL_AGAIN,
    /** A person has checked the environment: the operation did what was approved. */
    CONFIRMED,
    /** Nobody can tell, or nobody needs to know any more. */
    GIVE_UP;

    /** Whether it is taken only with a reason. */
    public boolean needsComment() {
      return this == CALL_AGAIN || this == CONFIRMED || this == GIVE_UP;
    }
  }

  /** What came of a settlement. */
  public enum Standing {
    /** Holdfast still looks it up. */
    OPEN,
    DONE,
    REFUSED
  }

  Resolution with(Standing next, String why) {
    return new Resolution(version, by, at, way, operation, comment, next, why);
  }
}
