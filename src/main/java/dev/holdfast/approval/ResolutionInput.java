package dev.holdfast.approval;

import dev.holdfast.request.step.ResolutionKind;
import java.util.Optional;

/**
 * What a person said on the card.
 *
 * @param kind empty when none was chosen
 * @param operation the service's id of the operation as which it ran; may be empty
 * @param looked whether the person says that they have looked at the operations
 */
public record ResolutionInput(
    Optional<ResolutionKind> kind, String operation, String comment, boolean looked) {}
