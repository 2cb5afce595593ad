/** Follows the service's own check of an order to its end (facts 2.2). */
@NullMarked
package dev.holdfast.environment.preflight.validation;

import org.jspecify.annotations.NullMarked;
