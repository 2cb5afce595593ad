/** Turns: each activity is replied to once, also after a crash. */
@NullMarked
package dev.holdfast.bot.dispatch;

import org.jspecify.annotations.NullMarked;
