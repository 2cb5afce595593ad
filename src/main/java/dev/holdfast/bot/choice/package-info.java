/** Search while somebody types into a form. */
@NullMarked
package dev.holdfast.bot.choice;

import org.jspecify.annotations.NullMarked;
