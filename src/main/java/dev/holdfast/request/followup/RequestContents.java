package dev.holdfast.request.followup;

import dev.holdfast.request.Request;
import java.util.Optional;

/** Whether requests are stored as they were written. */
public interface RequestContents {

  /** How a request, or what was written down of it, was changed; empty when it wasn't. */
  Optional<String> fault(Request request);
}
