package dev.holdfast.adminapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminOperation.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which undocumented words say that an operation is over. */
class FinalStatusDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cancelled",
        "canceled",
        "Aborted",
        "FailedToCreate",
        "TimedOut",
        "Timed out",
        "PartiallySucceeded",
        "SucceededWithWarnings",
        "CompletedWithErrors",
        "RolledBack",
        "Terminated",
        "Rejected",
        "Expired",
        "Skipped"
      })
  void aFinalWordEndsIt(String word) {
    assertThat(State.ofUnknown(word)).isEqualTo(State.ENDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cancelling",
        "Replicating",
        "NotCompleted",
        "Paused",
        "Suspended",
        "Scheduled",
        "Started",
        "Accepted",
        "Updating",
        "Finishing",
        "",
        "Postponed",
        "RollingBack"
      })
  void anyOtherWordIsFollowedFurther(String word) {
    assertThat(State.ofUnknown(word)).isEqualTo(State.UNKNOWN);
  }
}
