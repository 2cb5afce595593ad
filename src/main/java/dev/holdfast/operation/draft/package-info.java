/** Forms that were reviewed and not submitted yet, whatever type of operation they ask for. */
@NamedInterface("draft")
@NullMarked
package dev.holdfast.operation.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
