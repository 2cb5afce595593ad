package dev.holdfast.request.step;

/** The ways in which a person can resolve an unknown outcome. The names are stored. */
public enum ResolutionKind {
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
