package dev.holdfast.series;

/** Where a series is in its life, which begins with its approval. The names are stored. */
public enum SeriesState {
  ACTIVE,
  PAUSED,
  ENDED
}
