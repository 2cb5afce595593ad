package dev.holdfast.request.event;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;

/**
 * Is told what happened to a request, in the transaction that saves it: what it writes stands or
 * falls with that. It calls nobody, and doesn't read the request again.
 */
public interface RequestEventListener {

  void on(Request request, RequestEvent event);
}
