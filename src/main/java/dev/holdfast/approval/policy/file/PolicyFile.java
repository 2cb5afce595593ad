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

  /**
   * A file that is right.
   *
   * @param text of the file and of the calendar files that it names
   */
  public record Read(String text, Policy policy) {

    private static Optional<Read> of(PolicyParseResult parsed) {
      return parsed.policy().map(policy -> new Read(parsed.source().stored(), policy));
    }
  }

  /** Any policy file, with the calendar files beside it. */
  public static PolicyParseResult parse(Path file) throws IOException {
    return PolicyFileParser.parse(Files.readString(file), CalendarFiles.beside(file));
  }

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
            return read(Files.readString(file), CalendarFiles.beside(file));
          } catch (IOException e) {
            return wrong(List.of(new PolicyProblem(1, 1, "it can't be read: " + e.getMessage())));
          }
        });
  }

  private Optional<Read> read(String text, CalendarFiles calendars) {
    if (last.filter(read -> calendars.isUnchanged(PolicySource.of(read.text()), text)).isEmpty()) {
      PolicyParseResult parsed = PolicyFileParser.parse(text, calendars);
      if (parsed.policy().isEmpty()) {
        return wrong(parsed.problems());
      }
      last = Read.of(parsed);
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
