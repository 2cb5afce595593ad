/** Which channel is the approvers'. */
@NullMarked
package dev.holdfast.chat.channel;

import org.jspecify.annotations.NullMarked;
