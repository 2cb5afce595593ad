package dev.holdfast.execution.queue;

import dev.holdfast.message.Message;
import dev.holdfast.request.RequestId;

/**
 * Why a request waits in the queue.
 *
 * @param first which request is next to end before it
 */
public record QueueBlocker(RequestId first, Message reason) {}
