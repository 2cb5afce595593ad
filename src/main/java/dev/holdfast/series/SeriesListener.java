package dev.holdfast.series;

/**
 * Is told, in the transaction that stores it, of what Holdfast did with a series and not a person.
 * It calls nobody.
 */
public interface SeriesListener {

  /** It's paused because of failures, or because the policy no longer allows it. */
  void paused(Series series);

  /** It had its last run. */
  void ended(Series series);
}
