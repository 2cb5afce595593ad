/**
 * Traces across what Spring can't know: durable tasks, requests that take days, and HTTP clients of
 * the JDK. Only this package sees OpenTelemetry. No span carries a name, an ID of a person or an
 * environment, a query, or the message of an exception, and nothing of a trace leaves with a call.
 */
@NamedInterface("tracing")
@NullMarked
package dev.holdfast.support.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
