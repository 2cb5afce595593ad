/** What the tests of several packages share: databases, and a Microsoft Teams of our own. */
@NullMarked
package dev.holdfast.testing;

import org.jspecify.annotations.NullMarked;
