/** What a person is greeted with. */
@NullMarked
package dev.holdfast.chat.home;

import org.jspecify.annotations.NullMarked;
