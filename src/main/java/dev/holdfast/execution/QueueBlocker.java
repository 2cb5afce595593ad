package dev.holdfast.execution;

import dev.holdfast.message.Message;
import dev.holdfast.request.RequestId;

/**
 * Why a request waits in the queue.
 *
 * @param first which request is next to end before it
 */
record QueueBlocker(RequestId first, Message reason) {}
