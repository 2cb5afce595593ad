package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The file with the policy that this process is configured with. It counts as a whole or not at
 * all.
 */
@Component
public class PolicyFile {

  private static final Logger log = LoggerFactory.getLogger(PolicyFile.class);

  private final Optional<Path> path;
  private Optional<Read> last = Optional.empty();
  private volatile List<PolicyProblem> problems = List.of();

  PolicyFile(PolicyFileProperties properties) {
    this.path = properties.path();
  }

  /** A file that is right. */
  public record Read(String text, Policy policy) {}

  /** Whether the policy is a file at all. */
  public boolean isUsed() {
    return path.isPresent();
  }

  /** What is wrong with the file as it was read last. */
  public List<PolicyProblem> problems() {
    return problems;
  }

  /** As it is now; empty while anything in it is wrong. */
  public synchronized Optional<Read> read() {
    return path.flatMap(
        file -> {
          try {
            return read(Files.readString(file));
          } catch (IOException e) {
            return wrong(List.of(new PolicyProblem(1, 1, "it can't be read: " + e.getMessage())));
          }
        });
  }

  private Optional<Read> read(String text) {
    if (last.filter(read -> read.text().equals(text)).isEmpty()) {
      PolicyParseResult parsed = PolicyFileParser.parse(text);
      if (parsed.policy().isEmpty()) {
        return wrong(parsed.problems());
      }
      last = Optional.of(new Read(text, parsed.policy().get()));
    }
    problems = List.of();
    return last;
  }

  private Optional<Read> wrong(List<PolicyProblem> found) {
    if (!found.equals(problems)) {
      log.warn(
          "The policy file is wrong, so the policy in force stays. Correct the file: {}", found);
    }
    problems = List.copyOf(found);
    return Optional.empty();
  }
}
