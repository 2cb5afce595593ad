/** What a log line may contain. */
@NullMarked
package dev.holdfast.app.logging;

import org.jspecify.annotations.NullMarked;
