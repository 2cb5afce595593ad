package dev.holdfast.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.holdfast.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownWordRecorderTest {

  private static final String PLACE = "BAP environment: properties.environmentSku";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T18:00:00Z"));
  private final UnknownWordRepository words = mock(UnknownWordRepository.class);
  private final UnknownWordRecorder recorder =
      new UnknownWordRecorder(words, new SimpleMeterRegistry(), clock);
  private final List<Long> counted = new ArrayList<>();

  @Test
  void aWordThatAnotherThreadMeetsMeanwhileIsCountedLater() {
    doAnswer(
            call -> {
              counted.add(call.getArgument(3));
              if (counted.size() == 1) {
                recorder.met(PLACE, "Elastic");
              }
              return null;
            })
        .when(words)
        .add(any(), any(), any(), anyLong());

    recorder.met(PLACE, "Elastic");
    clock.advance(Duration.ofMinutes(1));
    recorder.met(PLACE, "Elastic");

    assertThat(counted).containsExactly(1L, 2L);
  }
}
