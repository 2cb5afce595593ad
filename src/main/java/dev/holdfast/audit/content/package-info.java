/** Whether requests are stored as the audit log says. */
@NullMarked
package dev.holdfast.audit.content;

import org.jspecify.annotations.NullMarked;
