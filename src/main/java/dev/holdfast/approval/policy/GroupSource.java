package dev.holdfast.approval.policy;

import java.util.Locale;

/**
 * Where the members of a group are listed.
 *
 * @param id of a group in Microsoft Entra ID, or of a team's conversation in Teams
 */
public record GroupSource(Kind kind, String id) {

  /** Who lists them. */
  public enum Kind {
    /** Microsoft Graph, with the members of groups inside the group. */
    ENTRA_GROUP,
    /** The roster of a team. */
    TEAM
  }

  /** What it's stored under. */
  public String key() {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + id;
  }
}
