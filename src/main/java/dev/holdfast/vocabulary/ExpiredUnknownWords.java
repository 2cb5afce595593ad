package dev.holdfast.vocabulary;

import dev.holdfast.retention.Batches;
import dev.holdfast.retention.ExpiredRows;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Words that the service hasn't used for a year. */
@Component
class ExpiredUnknownWords implements ExpiredRows {

  private static final Duration KEPT = Duration.ofDays(365);

  private final UnknownWordRepository words;
  private final Clock clock;

  ExpiredUnknownWords(UnknownWordRepository words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "unknown words";
  }

  @Override
  public long delete(int batch) {
    return Batches.repeat(
        batch, most -> words.deleteNotSeenSince(clock.instant().minus(KEPT), most));
  }
}
