package dev.holdfast.adminapi;

/** The type of an environment; the service calls it {@code environmentSku}. */
public enum EnvironmentType {
  PRODUCTION,
  SANDBOX,
  DEVELOPER,
  TRIAL,
  DEFAULT,
  TEAMS,
  /** A word that Holdfast does not know; the environment keeps it and shows it. */
  UNKNOWN
}
