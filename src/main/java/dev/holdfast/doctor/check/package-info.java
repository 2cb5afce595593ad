/** Checks of the database, the scheduler, and the admin API. */
@NullMarked
package dev.holdfast.doctor.check;

import org.jspecify.annotations.NullMarked;
