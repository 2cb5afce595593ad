package dev.holdfast.request;

import dev.holdfast.request.step.Digest;
import java.time.Instant;

/** One person's word on a request. The comment may be empty on an approval. */
public record Decision(Person by, boolean approves, String comment, Instant at, Digest digest) {}
