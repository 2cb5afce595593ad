/** Connections to the database and what differs between H2 and PostgreSQL. */
@NullMarked
package dev.holdfast.app.database;

import org.jspecify.annotations.NullMarked;
