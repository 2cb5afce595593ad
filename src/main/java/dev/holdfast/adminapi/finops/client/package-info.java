/** Asks the service of the finance and operations apps of an environment (facts 6.1 to 6.5). */
@NullMarked
package dev.holdfast.adminapi.finops.client;

import org.jspecify.annotations.NullMarked;
