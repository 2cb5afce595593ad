package dev.holdfast.teams;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why Holdfast does not start unprotected. */
class UnprotectedEndpointFailureAnalyzer
    extends AbstractFailureAnalyzer<UnprotectedEndpointException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, UnprotectedEndpointException cause) {
    return new FailureAnalysis(
        "Holdfast does not start: " + cause.getMessage() + ".", cause.remedy(), cause);
  }
}
