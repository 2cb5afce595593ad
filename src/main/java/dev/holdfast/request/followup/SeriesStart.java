package dev.holdfast.request.followup;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import java.util.Optional;

/** Begins a series that is approved, or takes over what is changed in it. */
public interface SeriesStart {

  /** Why it can't begin any more; empty when it can. */
  Optional<Message> objection(Request approved);

  /**
   * To be called once for a request, in the transaction that ends it.
   *
   * @return what people are told
   */
  Message begin(Request approved);
}
