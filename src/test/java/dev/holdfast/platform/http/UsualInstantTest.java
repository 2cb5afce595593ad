package dev.holdfast.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsualInstantTest {

  @Test
  void isWhatTheJdkReads() {
    Random random = new Random(29);
    for (int i = 0; i < 5_000; i++) {
      String text =
          "%04d-%02d-%02dT%02d:%02d:%02d"
              .formatted(
                  random.nextInt(10_000),
                  1 + random.nextInt(12),
                  1 + random.nextInt(28),
                  random.nextInt(24),
                  random.nextInt(60),
                  random.nextInt(60));
      int decimals = random.nextInt(10);
      String fraction = "%09d".formatted(random.nextInt(1_000_000_000)).substring(0, decimals);
      String whole = text + (decimals == 0 ? "" : "." + fraction) + "Z";

      assertThat(UsualInstant.parse(whole)).contains(OffsetDateTime.parse(whole).toInstant());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-11-20T18:00:00",
        "2026-11-20T18:00:00+00:00",
        "2026-11-20 18:00:00Z",
        "2026-11-20T18:00Z",
        "2026-11-20T18:00:00.Z",
        "2026-11-20T18:00:00.1234567890Z",
        "2026-11-20T18:00:00,5Z",
        "2026-11-20T18:00:00.5aZ",
        "2026-02-30T18:00:00Z",
        "2026-13-01T18:00:00Z",
        "2026-11-20T24:00:00Z",
        "2026-11-20T23:59:60Z",
        "२०२६-११-२०T18:00:00Z",
        "+2026-11-20T18:00:0Z",
      })
  void leavesTheRestToTheJdk(String text) {
    assertThat(UsualInstant.parse(text)).isEmpty();
  }
}
