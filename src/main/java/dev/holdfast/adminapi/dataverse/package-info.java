/** What only an environment's own Dataverse knows. */
@NullMarked
package dev.holdfast.adminapi.dataverse;

import org.jspecify.annotations.NullMarked;
