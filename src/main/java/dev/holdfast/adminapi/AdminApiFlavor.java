package dev.holdfast.adminapi;

/** The two faces of the Power Platform admin API. */
public enum AdminApiFlavor {
  /** What {@code Restore-PowerAppEnvironment} and its kin call; stable, undocumented as REST. */
  BAP,
  /** The documented Power Platform API, version 2024-10-01. */
  PPAPI
}
