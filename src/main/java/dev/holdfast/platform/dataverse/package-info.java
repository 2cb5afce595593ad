/** What only an environment's own Dataverse knows. */
@NullMarked
package dev.holdfast.platform.dataverse;

import org.jspecify.annotations.NullMarked;
