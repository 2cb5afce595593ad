package dev.holdfast.request.step;

import java.util.List;

/**
 * Why the outcome is not known, kept for the approver who resolves it.
 *
 * @param from how far the call was when it could not be told how it goes on
 * @param candidates operations of the environment of which one may be ours
 */
public record UnknownOutcome(StepState from, List<CandidateOperation> candidates) {}
