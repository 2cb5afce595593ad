/** The local profile: Holdfast, the simulator and two chat windows on one machine. */
@NullMarked
package dev.holdfast.local;

import org.jspecify.annotations.NullMarked;
