package dev.holdfast.adminapi.ppapi;

import dev.holdfast.adminapi.http.WireObject;
import java.util.Optional;

/**
 * The enterprise policies that an environment is linked to.
 *
 * @param network the policy for virtual networks; with the link's status behind it while it is not
 *     plainly linked, so that it is like no other
 * @param key the policy for the customer-managed key, only when it is plainly linked
 * @param customerKey whether a customer's key encrypts it. Without a policy this API does not say,
 *     for there are customers' keys without one.
 */
record LinkedPolicies(
    Optional<String> network, Optional<String> key, Optional<Boolean> customerKey) {

  static LinkedPolicies of(Optional<WireObject> wire) {
    Optional<String> key =
        wire.flatMap(all -> all.object("encryption"))
            .filter(LinkedPolicies::linked)
            .flatMap(LinkedPolicies::id);
    return new LinkedPolicies(
        wire.flatMap(all -> all.object("networkInjection")).flatMap(LinkedPolicies::network),
        key,
        key.map(id -> true));
  }

  private static Optional<String> network(WireObject link) {
    return id(link)
        .map(id -> linked(link) ? id : "%s (%s)".formatted(id, link.text("status").orElse("?")));
  }

  /** In the list of environments the status may be missing; one that can't be read is not that. */
  private static boolean linked(WireObject link) {
    return link.text("status").map("Linked"::equalsIgnoreCase).orElse(!link.has("status"));
  }

  private static Optional<String> id(WireObject link) {
    return link.text("id").or(() -> link.text("resourceId"));
  }
}
