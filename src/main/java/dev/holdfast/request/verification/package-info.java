/** What was read to tell how an operation truly ended. */
@NamedInterface("verification")
@NullMarked
package dev.holdfast.request.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
