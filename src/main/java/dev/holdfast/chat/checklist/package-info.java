/** What people say is done after a restore or copy. */
@NullMarked
package dev.holdfast.chat.checklist;

import org.jspecify.annotations.NullMarked;
