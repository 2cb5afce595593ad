package dev.holdfast.simulator.world;

/**
 * Answers one kind of request.
 *
 * <p>The id is the one that the path names, empty when it names none.
 */
public interface RouteHandler {

  SimulatedResponse answer(SimulatedRequest call, String id);
}
