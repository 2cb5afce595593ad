/**
 * What the service says of the finance and operations apps of an environment (facts 6.1 to 6.5).
 */
@NamedInterface("finops")
@NullMarked
package dev.holdfast.adminapi.finops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
