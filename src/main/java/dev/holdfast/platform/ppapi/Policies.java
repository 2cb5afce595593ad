package dev.holdfast.platform.ppapi;

import static dev.holdfast.platform.http.Wire.text;

import dev.holdfast.platform.ppapi.EnvironmentWire.EnterprisePolicies;
import dev.holdfast.platform.ppapi.EnvironmentWire.PolicyLink;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The enterprise policies that an environment is linked to.
 *
 * @param network the policy for virtual networks; with the link's status behind it while it is not
 *     plainly linked, so that it is like no other
 * @param key the policy for the customer-managed key, only when it is plainly linked
 * @param customerKey whether a customer's key encrypts it. Without a policy this API does not say,
 *     for there are customers' keys without one.
 */
record Policies(Optional<String> network, Optional<String> key, Optional<Boolean> customerKey) {

  static Policies of(@Nullable EnterprisePolicies wire) {
    if (wire == null) {
      return new Policies(Optional.empty(), Optional.empty(), Optional.empty());
    }
    Optional<String> key =
        Optional.ofNullable(wire.encryption()).filter(Policies::linked).flatMap(Policies::id);
    return new Policies(
        Optional.ofNullable(wire.networkInjection()).flatMap(Policies::network),
        key,
        key.map(id -> true));
  }

  private static Optional<String> network(PolicyLink link) {
    return id(link).map(id -> linked(link) ? id : "%s (%s)".formatted(id, link.status()));
  }

  /** In the list of environments the status may be missing. */
  private static boolean linked(PolicyLink link) {
    return text(link.status()).map("Linked"::equalsIgnoreCase).orElse(true);
  }

  private static Optional<String> id(PolicyLink link) {
    return text(link.id()).or(() -> text(link.resourceId()));
  }
}
