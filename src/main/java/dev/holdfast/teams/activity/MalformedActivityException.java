package dev.holdfast.teams.activity;

/** What was sent is not an activity that Holdfast takes. The caller learns the status only. */
public final class MalformedActivityException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedActivityException(String why) {
    super(why);
  }
}
