package dev.holdfast.execution.outcome;

import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsEnvironmentState;
import dev.holdfast.adminapi.finops.FinOpsError;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import java.util.List;
import java.util.Optional;

/**
 * What was read of the finance and operations apps of an overwritten environment.
 *
 * @param errors those since Holdfast ordered the operation
 * @param sourceVersion of the source when the operation was ordered; empty when it wasn't readable
 */
public record FinOpsEvidence(
    String environment,
    FinOpsAnswer<FinOpsProperties> properties,
    FinOpsAnswer<FinOpsEnvironmentState> state,
    FinOpsAnswer<List<FinOpsError>> errors,
    Optional<String> sourceVersion) {}
