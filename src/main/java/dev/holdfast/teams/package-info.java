/** The edge to Microsoft Teams; the only package that sees the Bot Framework SDK and Jackson 2. */
@NullMarked
package dev.holdfast.teams;

import org.jspecify.annotations.NullMarked;
