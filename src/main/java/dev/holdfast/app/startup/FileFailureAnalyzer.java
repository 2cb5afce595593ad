package dev.holdfast.app.startup;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Names a file or directory that Holdfast can't use. */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class FileFailureAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    return Causes.find(failure, FileSystemException.class)
        .map(
            e ->
                StartFailure.of(
                    "Holdfast can't use " + e.getFile(),
                    why(e),
                    "Give the user that runs Holdfast the right to read and write it, or choose"
                        + " another place: data is kept where spring.datasource.url,"
                        + " holdfast.simulator.state-file, and holdfast.local.directory say.",
                    failure))
        .orElse(null);
  }

  private static String why(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "the user that runs Holdfast has no access";
    }
    if (e instanceof NoSuchFileException) {
      return "it doesn't exist";
    }
    return e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException
        ? "it must be a directory, and there is a file with this name"
        : Optional.ofNullable(e.getReason()).orElse("the operating system refuses it");
  }
}
