package dev.holdfast.freeze;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.request.Person;
import dev.holdfast.retention.ExpiredRows;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Freezes as they are stored, and what the audit log says of them. */
@EachDatabase
class FreezeServiceTests {

  private final Databases database;
  private Workbench bench;
  private FreezeService freezes;

  FreezeServiceTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = new Workbench(database.fresh()).open("request", "freeze", "audit");
    freezes = bench.get(FreezeService.class);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void isReadAsItWasStored() {
    Freeze freeze = freezes.start(Optional.of(DEV), MEGAN, "the release", in(2));
    assertThat(freezes.active())
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.id()).isEqualTo(freeze.id());
              assertThat(read.environment().orElseThrow().id()).isEqualTo(DEV.id());
              assertThat(read.environment().orElseThrow().displayName())
                  .isEqualTo(DEV.displayName());
              assertThat(read.by()).isEqualTo(MEGAN);
              assertThat(read.reason()).isEqualTo("the release");
              assertThat(read.until()).isEqualTo(in(2));
              assertThat(read.end()).isEmpty();
            });
  }

  @Test
  void keepsFromAStartWhatItIsAboutAndNothingElse() {
    freezes.start(Optional.of(DEV), MEGAN, "the release", in(2));
    FreezeGate gate = bench.get(FreezeGate.class);
    assertThat(gate.of(Set.of(DEV.id(), UAT.id()))).isPresent();
    assertThat(gate.of(Set.of(UAT.id()))).isEmpty();
    freezes.start(Optional.empty(), MEGAN, "the move", in(1));
    assertThat(gate.of(Set.of(UAT.id())).orElseThrow().reason()).isEqualTo("the move");
    assertThat(gate.of(Set.of(DEV.id())).orElseThrow().reason()).isEqualTo("the release");
    bench.clock.advance(Duration.ofHours(2));
    assertThat(gate.of(Set.of(DEV.id()))).isEmpty();
    assertThat(freezes.active()).isEmpty();
  }

  @Test
  void aLaterOneOfTheSameTakesItsPlace() {
    freezes.start(Optional.empty(), MEGAN, "first", in(2));
    freezes.start(Optional.of(DEV), MEGAN, "only this", in(2));
    freezes.start(Optional.empty(), ADELE, "second", in(1));
    assertThat(freezes.active()).extracting(Freeze::reason).containsExactly("second", "only this");
  }

  @Test
  void endsOnceAndTheLogSaysByWhom() {
    Freeze freeze = freezes.start(Optional.of(DEV), MEGAN, "the release", in(2));
    assertThat(freezes.end(freeze.id(), ADELE)).isPresent();
    assertThat(freezes.end(freeze.id(), MEGAN)).isEmpty();
    bench.clock.advance(Duration.ofHours(2));
    freezes.expire(freeze.id());
    assertThat(log())
        .containsExactly(
            "FREEZE_STARTED Megan Bowen Contoso Dev (%s) until %s: the release"
                .formatted(DEV.id(), in(0)),
            "FREEZE_ENDED Adele Vance Contoso Dev (%s), frozen by Megan Bowen".formatted(DEV.id()));
  }

  @Test
  void whenItsTimeIsOverHoldfastEndsIt() {
    Freeze freeze = freezes.start(Optional.empty(), MEGAN, "the release", in(2));
    freezes.expire(freeze.id());
    assertThat(freezes.active()).hasSize(1);
    bench.clock.advance(Duration.ofHours(2));
    freezes.expire(freeze.id());
    assertThat(bench.get(FreezeRepository.class).find(freeze.id()).orElseThrow().end())
        .hasValueSatisfying(end -> assertThat(end.by()).isEqualTo(Person.HOLDFAST));
    assertThat(log().get(1)).isEqualTo("FREEZE_ENDED Holdfast everything, frozen by Megan Bowen");
  }

  @Test
  void goesWhenItEndedLongAgo() {
    Freeze over = freezes.start(Optional.empty(), MEGAN, "old", in(2));
    freezes.end(over.id(), MEGAN);
    freezes.start(Optional.of(DEV), MEGAN, "goes on", in(5000));
    bench.clock.advance(Duration.ofDays(91));
    ExpiredRows expired = bench.get(ExpiredFreezes.class);
    assertThat(expired.delete(10)).isOne();
    assertThat(freezes.active()).extracting(Freeze::reason).containsExactly("goes on");
  }

  private Instant in(int hours) {
    return bench.clock.instant().plus(Duration.ofHours(hours));
  }

  private List<String> log() {
    return bench
        .get(JdbcClient.class)
        .sql("select what, who_name, words from audit where request_id = 0 order by id")
        .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
        .list();
  }
}
