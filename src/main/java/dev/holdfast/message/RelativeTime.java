package dev.holdfast.message;

import java.time.Instant;

/** How far an instant is from the present: {@code 3 h ago}, {@code in 2 d}, {@code just now}. */
public record RelativeTime(Instant instant, Instant now) {}
