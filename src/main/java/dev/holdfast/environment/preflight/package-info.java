/** The rules that say which environment can be backed up or restored onto which. */
@NamedInterface("preflight")
@NullMarked
package dev.holdfast.environment.preflight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
