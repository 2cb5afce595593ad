package dev.holdfast.doctor;

/** The verdict on a list of the admin API that could be read, wholly or in part. */
public final class UnreadableRows {

  private UnreadableRows() {}

  /**
   * @param unreadable how many rows couldn't be read, or not all of them
   */
  public static CheckResult verdict(String sentence, int unreadable) {
    return unreadable == 0
        ? CheckResult.ok(sentence)
        : CheckResult.warning(
            "%s %d couldn't be read, or not completely.".formatted(sentence, unreadable),
            Remedy.of(
                "The admin API answers in a form that this version of Holdfast doesn't know."
                    + " Update Holdfast."));
  }
}
