/** Which words the admin APIs are known to use, and which ones aren't known yet. */
@NamedInterface("vocabulary")
@NullMarked
package dev.holdfast.adminapi.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
