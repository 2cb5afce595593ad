/** What people have to do after an environment was overwritten. */
@NamedInterface("checklist")
@NullMarked
package dev.holdfast.request.checklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
