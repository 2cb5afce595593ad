package dev.holdfast.request.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.request.RequestState;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class StateConditionTest {

  @Test
  void statesAreNamedAsTheyAreStored() {
    assertThat(
            StateCondition.of(
                EnumSet.of(RequestState.APPROVED, RequestState.SAFETY_BACKUP)::contains))
        .isEqualTo("state in ('APPROVED', 'SAFETY_BACKUP')");
  }
}
