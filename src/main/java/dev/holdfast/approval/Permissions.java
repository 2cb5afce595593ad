package dev.holdfast.approval;

import java.util.Map;
import java.util.Optional;

/**
 * What one person may do now.
 *
 * @param all by permission, why it's denied; empty where it's granted. What isn't named is denied.
 */
public record Permissions(Map<Permission, Optional<DenialReason>> all) {

  public static final Permissions NONE = new Permissions(Map.of());

  public Permissions {
    all = Map.copyOf(all);
  }

  public boolean may(Permission what) {
    return all.containsKey(what) && whyNot(what).isEmpty();
  }

  /**
   * Why it's denied; empty where it's granted.
   *
   * @throws IllegalArgumentException if nothing was decided about it
   */
  public Optional<DenialReason> whyNot(Permission what) {
    Optional<DenialReason> reason = all.get(what);
    if (reason == null) {
      throw new IllegalArgumentException("Nothing was decided about " + what);
    }
    return reason;
  }
}
