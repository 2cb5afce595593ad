package dev.holdfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The ids that lines of the log carry. */
class LogContextTests {

  @Test
  void whatIsDealtWithInBetweenGivesWayToWhatWasBefore() {
    try (LogContext activity = LogContext.activity("f:1")) {
      try (LogContext request = LogContext.request("R-1001");
          LogContext another = LogContext.request("R-1002")) {
        assertThat(MDC.get("request")).isEqualTo("R-1002");
        assertThat(MDC.get("activity")).isEqualTo("f:1");
      }
      assertThat(MDC.get("request")).isNull();
    }
    assertThat(LogContext.known()).isEmpty();
  }

  @Test
  void aPersonQuotesTheActivityOrElseTheRequest() {
    try (LogContext request = LogContext.request("R-1001")) {
      assertThat(LogContext.reference()).isEqualTo("R-1001");
      try (LogContext activity = LogContext.activity("f:1")) {
        assertThat(LogContext.reference()).isEqualTo("f:1");
      }
    }
    assertThat(LogContext.reference()).hasSize(8);
  }

  @Test
  void anIdFromOutsideIsOneShortWord() {
    try (LogContext activity = LogContext.activity("1\nERROR forged **line**" + "x".repeat(100))) {
      assertThat(LogContext.reference()).startsWith("1_ERROR_forged___line__x").hasSize(64);
    }
  }
}
