package dev.holdfast.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpansTest {

  private static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");
  private static final int LENGTH = 60;

  @Test
  void aSpanHasALength() {
    assertThatThrownBy(() -> span(3, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatMeetsOrTouchesIsOne() {
    assertThat(Spans.of(List.of(span(5, 9), span(1, 3), span(3, 4), span(6, 7))).all())
        .containsExactly(span(1, 4), span(5, 9));
  }

  /** Against sets of single minutes, for many random times. */
  @Test
  void agreesWithSetsOfMinutes() {
    Random random = new Random(5545);
    for (int round = 0; round < 2000; round++) {
      List<Span> one = random(random);
      List<Span> other = random(random);
      BitSet minutes = minutes(one);
      assertThat(minutes(Spans.of(one).all())).isEqualTo(minutes);
      BitSet common = minutes(one);
      common.and(minutes(other));
      assertThat(minutes(Spans.of(one).and(Spans.of(other)).all())).isEqualTo(common);
      minutes.andNot(minutes(other));
      Spans left = Spans.of(one).without(Spans.of(other));
      assertThat(minutes(left.all())).isEqualTo(minutes);
      int earliest = random.nextInt(LENGTH);
      int length = 1 + random.nextInt(8);
      assertThat(left.firstFit(at(earliest), Duration.ofMinutes(length)).orElse(Instant.MAX))
          .isEqualTo(firstFit(minutes, earliest, length));
      assertThat(left.at(at(earliest)).isPresent()).isEqualTo(minutes.get(earliest));
    }
  }

  private static Instant firstFit(BitSet minutes, int earliest, int length) {
    for (int start = earliest; start < LENGTH; start++) {
      if (minutes.nextClearBit(start) >= start + length) {
        return at(start);
      }
    }
    return Instant.MAX;
  }

  private static List<Span> random(Random random) {
    List<Span> spans = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      int from = random.nextInt(LENGTH - 1);
      spans.add(span(from, from + 1 + random.nextInt(LENGTH - 1 - from)));
    }
    return spans;
  }

  private static BitSet minutes(List<Span> spans) {
    BitSet set = new BitSet();
    spans.forEach(
        span ->
            set.set(
                (int) Duration.between(ZERO, span.from()).toMinutes(),
                (int) Duration.between(ZERO, span.to()).toMinutes()));
    return set;
  }

  private static Span span(int from, int to) {
    return new Span(at(from), at(to));
  }

  private static Instant at(int minute) {
    return ZERO.plus(Duration.ofMinutes(minute));
  }
}
