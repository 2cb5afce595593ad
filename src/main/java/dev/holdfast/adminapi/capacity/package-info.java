/** What storage the tenant has and uses (facts 2.7). */
@NamedInterface("capacity")
@NullMarked
package dev.holdfast.adminapi.capacity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
