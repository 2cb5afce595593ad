package dev.holdfast.execution.queue;

import dev.holdfast.message.Message;
import dev.holdfast.request.RequestId;
import java.util.Optional;

/**
 * Why a request waits in the queue.
 *
 * @param first which request is next to end before it; empty when no request is in the way
 */
public record QueueBlocker(Optional<RequestId> first, Message reason) {}
