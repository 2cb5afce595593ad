package dev.holdfast.vocabulary;

import static dev.holdfast.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.vocabulary.UnknownWordListener;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class UnknownWordsTests {

  private static final String PLACE = "BAP environment: properties.environmentSku";

  private final Databases database;
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private Workbench bench;
  private UnknownWordListener listener;
  private UnknownWordRepository words;

  UnknownWordsTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = new Workbench(database.fresh()).with(MeterRegistry.class, meters).open("vocabulary");
    listener = bench.get(UnknownWordListener.class);
    words = bench.get(UnknownWordRepository.class);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aWordIsKeptWhenItIsMetAndCountedOnceAMinute() {
    listener.met(PLACE, "Elastic");
    listener.met(PLACE, "Elastic");
    listener.met(PLACE, "Elastic");
    assertThat(words.all(10)).containsExactly(new UnknownWord(PLACE, "Elastic", NOW, NOW, 1));

    bench.clock.advance(Duration.ofMinutes(1));
    listener.met(PLACE, "Elastic");
    assertThat(words.all(10))
        .containsExactly(
            new UnknownWord(PLACE, "Elastic", NOW, NOW.plus(Duration.ofMinutes(1)), 4));
    assertThat(meters.counter("holdfast.adminapi.unknown", "place", PLACE).count()).isEqualTo(4);
  }

  @Test
  void anotherReplicaCountsTheSameWord() {
    listener.met(PLACE, "Elastic");
    new UnknownWordRecorder(words, new SimpleMeterRegistry(), bench.clock).met(PLACE, "Elastic");

    assertThat(words.all(10)).extracting(UnknownWord::count).containsExactly(2L);
  }

  /** An answer may be read within a transaction that is undone. */
  @Test
  void aWordStaysWhateverBecomesOfTheTransactionAroundIt() {
    try {
      bench.in(
          () -> {
            listener.met(PLACE, "Elastic");
            throw new IllegalStateException("undone");
          });
    } catch (IllegalStateException undone) {
      assertThat(undone).hasMessage("undone");
    }

    assertThat(words.all(10)).hasSize(1);
  }

  @Test
  void anAnswerThatIsOddAsAWholeFillsNoTable() {
    for (int i = 0; i < 1_500; i++) {
      listener.met(PLACE, "Word" + i);
    }

    assertThat(words.all(2_000)).hasSize(1_000);
  }

  @Test
  void theDoctorListsEach() {
    UnknownWordsCheck check = bench.get(UnknownWordsCheck.class);
    assertThat(check.check())
        .isEqualTo(CheckResult.ok("The service has used no word that Holdfast doesn't know."));

    listener.met(PLACE, "Elastic");
    listener.met("BAP operation: state.id", "Paused");

    CheckResult found = check.check();
    assertThat(found.state()).isEqualTo(CheckStatus.OK);
    assertThat(found.sentence())
        .contains(
            PLACE + " = Elastic (once, " + NOW + ")",
            "BAP operation: state.id = Paused",
            "report them");
  }

  @Test
  void whatWasNotMetForAYearIsForgotten() {
    listener.met(PLACE, "Elastic");
    bench.clock.advance(Duration.ofDays(366));
    listener.met(PLACE, "Rubber");

    assertThat(bench.get(ExpiredUnknownWords.class).delete(10)).isEqualTo(1);
    assertThat(words.all(10)).extracting(UnknownWord::value).isEqualTo(List.of("Rubber"));
  }
}
