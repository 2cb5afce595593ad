package dev.holdfast.series;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.schedule.SeriesId;
import java.time.Instant;
import java.util.Optional;

/**
 * A series that was approved. It changes only by the methods here; each returns what comes next, or
 * nothing where that can't follow.
 *
 * @param approval the request by whose approval and terms it runs
 * @param next the next run that isn't requested yet; empty when there is none
 * @param failuresFrom failures of runs before this no longer count
 */
public record Series(
    SeriesId id,
    Person owner,
    Standing standing,
    RequestId approval,
    Optional<Instant> next,
    Instant failuresFrom) {

  /**
   * Where it is in its life.
   *
   * @param reason why it's paused or has ended; empty while it's active
   * @param by who paused or ended it; empty while it's active
   */
  public record Standing(
      SeriesState state, Optional<SeriesReason> reason, String by, Instant since) {

    private static Standing active(Instant now) {
      return new Standing(SeriesState.ACTIVE, Optional.empty(), "", now);
    }

    private static Standing of(SeriesState state, SeriesReason why, Person who, Instant now) {
      return new Standing(state, Optional.of(why), who.name(), now);
    }
  }

  /** One that begins. */
  static Series begun(
      SeriesId id, Person owner, RequestId approval, Optional<Instant> next, Instant now) {
    return new Series(id, owner, Standing.active(now), approval, next, now);
  }

  public SeriesState state() {
    return standing.state();
  }

  public boolean isOver() {
    return state() == SeriesState.ENDED;
  }

  Optional<Series> paused(SeriesReason why, Person who, Instant now) {
    Standing paused = Standing.of(SeriesState.PAUSED, why, who, now);
    return state() == SeriesState.ACTIVE
        ? Optional.of(new Series(id, owner, paused, approval, next, failuresFrom))
        : Optional.empty();
  }

  /** Runs that it has missed meanwhile aren't made up for. */
  Optional<Series> resumed(Optional<Instant> following, Instant now) {
    return state() == SeriesState.PAUSED
        ? Optional.of(new Series(id, owner, Standing.active(now), approval, following, now))
        : Optional.empty();
  }

  Optional<Series> ended(SeriesReason why, Person who, Instant now) {
    Standing ended = Standing.of(SeriesState.ENDED, why, who, now);
    return isOver()
        ? Optional.empty()
        : Optional.of(new Series(id, owner, ended, approval, Optional.empty(), failuresFrom));
  }

  /** The run that was next is requested, or left out. */
  Series followedBy(Optional<Instant> following) {
    return new Series(id, owner, standing, approval, following, failuresFrom);
  }

  /** With other terms; where it's paused, it stays so. */
  Optional<Series> changed(RequestId terms, Optional<Instant> following, Instant now) {
    return isOver()
        ? Optional.empty()
        : Optional.of(new Series(id, owner, standing, terms, following, now));
  }
}
