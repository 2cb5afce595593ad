package dev.holdfast.environment;

import java.util.List;

/** What a person's word for an environment led to. */
public sealed interface Lookup {

  /** Exactly one environment. */
  record One(Subject subject) implements Lookup {}

  /** More than one could be meant; in the order of the catalogue. */
  record Several(List<Subject> candidates) implements Lookup {}

  /** None is named so. The nearest names first; may be empty. */
  record None(List<Subject> nearest) implements Lookup {}
}
