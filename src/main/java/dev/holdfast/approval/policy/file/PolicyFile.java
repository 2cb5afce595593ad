package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyInForce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The file with the policy. It counts as a whole or not at all: while anything in it is wrong, the
 * policy that was in force stays.
 */
@Component
public class PolicyFile {

  private static final Logger log = LoggerFactory.getLogger(PolicyFile.class);

  private final Optional<Path> path;
  private final PolicyInForce inForce;
  private final PolicyChangeLog changes;
  private String lastText = "";
  private volatile List<PolicyProblem> problems = List.of();

  PolicyFile(PolicyFileProperties properties, PolicyInForce inForce, PolicyChangeLog changes) {
    this.path = properties.path();
    this.inForce = inForce;
    this.changes = changes;
    path.ifPresent(
        file -> {
          lastText = text(file);
          inForce.replace(
              PolicyFileParser.parse(lastText)
                  .policy()
                  .orElseThrow(() -> new IllegalStateException("The policy file is wrong.")));
        });
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException("The policy file can't be read.", e);
    }
  }

  /** Whether the policy is a file at all. */
  boolean isUsed() {
    return path.isPresent();
  }

  /** What is wrong with the file as it is now; the policy in force is from before. */
  public List<PolicyProblem> problems() {
    return problems;
  }

  /** Reads it again if it has changed. */
  synchronized void reload() {
    path.ifPresent(
        file -> {
          try {
            String text = Files.readString(file);
            if (!text.equals(lastText)) {
              replace(text);
              lastText = text;
            }
          } catch (IOException e) {
            keep(List.of(new PolicyProblem(1, 1, "it can't be read: " + e.getMessage())));
          }
        });
  }

  private void replace(String text) {
    PolicyParseResult read = PolicyFileParser.parse(text);
    if (read.policy().isEmpty()) {
      keep(read.problems());
      return;
    }
    Policy before = inForce.get();
    Policy next = read.policy().get();
    if (!before.digest().equals(next.digest())) {
      changes.changed(before, next);
      inForce.replace(next);
      log.info("The policy was read again and is in force: digest={}", next.digest());
    }
    problems = List.of();
  }

  private void keep(List<PolicyProblem> found) {
    if (!found.equals(problems)) {
      log.warn(
          "The policy file is wrong, so the policy in force stays. Correct the file: {}", found);
    }
    problems = List.copyOf(found);
  }
}
