/** What is known of the errors that the service names. */
@NamedInterface("diagnosis")
@NullMarked
package dev.holdfast.request.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
