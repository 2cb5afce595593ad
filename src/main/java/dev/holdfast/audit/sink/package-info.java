/** Takes the audit log to places that who can change the database can't change. */
@NullMarked
package dev.holdfast.audit.sink;

import org.jspecify.annotations.NullMarked;
