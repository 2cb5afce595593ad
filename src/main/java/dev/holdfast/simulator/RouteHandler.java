package dev.holdfast.simulator;

import dev.holdfast.simulator.SimulatedRequest;
import dev.holdfast.simulator.SimulatedResponse;

/**
 * Answers one kind of request.
 *
 * <p>The id is the one that the path names, empty when it names none.
 */
interface RouteHandler {

  SimulatedResponse answer(SimulatedRequest call, String id);
}
