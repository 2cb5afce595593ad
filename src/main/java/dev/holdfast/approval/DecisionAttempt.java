package dev.holdfast.approval;

import dev.holdfast.request.Person;

/**
 * What somebody wants to do.
 *
 * @param what as an auditor reads it, such as {@code approve}
 */
record DecisionAttempt(Person by, String what) {}
