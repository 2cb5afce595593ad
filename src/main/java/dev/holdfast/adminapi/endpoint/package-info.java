/** Where the admin APIs are. */
@NamedInterface("endpoint")
@NullMarked
package dev.holdfast.adminapi.endpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
