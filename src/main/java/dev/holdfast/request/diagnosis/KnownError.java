package dev.holdfast.request.diagnosis;

/**
 * An error code that is known.
 *
 * @param temporary whether it goes away by itself
 * @param source where the code is documented or was seen
 */
public record KnownError(String code, Diagnosis diagnosis, boolean temporary, String source) {}
