package dev.holdfast.environment;

import java.util.List;

/** What a person's word for an environment led to. */
public sealed interface NameLookup {

  /** Exactly one environment. */
  record One(EnvironmentProfile subject) implements NameLookup {}

  /** More than one could be meant; in the order of the catalog. */
  record Several(List<EnvironmentProfile> candidates) implements NameLookup {}

  /** None is named so. The nearest names first; may be empty. */
  record None(List<EnvironmentProfile> nearest) implements NameLookup {}
}
