/** The port to the Power Platform admin API and the records it speaks in. */
@NullMarked
package dev.holdfast.adminapi;

import org.jspecify.annotations.NullMarked;
