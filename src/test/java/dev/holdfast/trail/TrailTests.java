package dev.holdfast.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The ids that lines of the log carry. */
class TrailTests {

  @Test
  void whatIsDealtWithInBetweenGivesWayToWhatWasBefore() {
    try (Trail activity = Trail.activity("f:1")) {
      try (Trail request = Trail.request("R-1001");
          Trail another = Trail.request("R-1002")) {
        assertThat(MDC.get("request")).isEqualTo("R-1002");
        assertThat(MDC.get("activity")).isEqualTo("f:1");
      }
      assertThat(MDC.get("request")).isNull();
    }
    assertThat(Trail.known()).isEmpty();
  }

  @Test
  void aPersonQuotesTheActivityOrElseTheRequest() {
    try (Trail request = Trail.request("R-1001")) {
      assertThat(Trail.reference()).isEqualTo("R-1001");
      try (Trail activity = Trail.activity("f:1")) {
        assertThat(Trail.reference()).isEqualTo("f:1");
      }
    }
    assertThat(Trail.reference()).hasSize(8);
  }

  @Test
  void anIdFromOutsideIsOneShortWord() {
    try (Trail activity = Trail.activity("1\nERROR forged **line**" + "x".repeat(100))) {
      assertThat(Trail.reference()).startsWith("1_ERROR_forged___line__x").hasSize(64);
    }
  }
}
