package dev.holdfast.local;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why Holdfast does not start when a window's port is taken. */
final class PortInUseFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
    return new FailureAnalysis(
        "A chat window was to listen on port %d, which is held by %s."
            .formatted(cause.port(), cause.holder()),
        "End that program, or choose other ports with holdfast.local.requester-port and"
            + " holdfast.local.approver-port, or do without the windows with"
            + " holdfast.local.windows=false.",
        cause);
  }
}
