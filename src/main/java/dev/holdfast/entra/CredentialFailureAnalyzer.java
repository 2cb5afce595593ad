package dev.holdfast.entra;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words which credential keeps Holdfast from starting. */
final class CredentialFailureAnalyzer extends AbstractFailureAnalyzer<CredentialException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, CredentialException cause) {
    return new FailureAnalysis(
        "Holdfast does not start: " + cause.getMessage() + ".", cause.remedy(), cause);
  }
}
