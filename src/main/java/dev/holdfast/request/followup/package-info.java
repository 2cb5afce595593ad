/** What can be done about a request that has ended. */
@NamedInterface("followup")
@NullMarked
package dev.holdfast.request.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
