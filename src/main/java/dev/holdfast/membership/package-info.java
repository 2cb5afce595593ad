/** Reads the groups that the policy names: of Microsoft Entra ID, and of teams. */
@ApplicationModule(
    allowedDependencies = {
      "approval :: policy",
      "approval :: policy-people",
      "adminapi",
      "messaging"
    })
@NullMarked
package dev.holdfast.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
