package dev.holdfast.app.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;

/** Why Holdfast can't start, in three lines and without a stack trace. */
final class StartFailure {

  private StartFailure() {}

  /**
   * @param what what Holdfast couldn't do
   * @param why a clause that follows "Why:"
   * @param fix what to do about it
   */
  static FailureAnalysis of(String what, String why, String fix, Throwable failure) {
    return new FailureAnalysis("%s.\nWhy: %s.".formatted(what, why), fix, failure);
  }
}
