package dev.holdfast.app;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.compare.PolicyComparison;
import dev.holdfast.approval.policy.file.PolicyDescription;
import dev.holdfast.approval.policy.file.PolicyFile;
import dev.holdfast.approval.policy.file.PolicyParseResult;
import dev.holdfast.message.MessageFormatter;
import dev.holdfast.message.TextMarks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code java -jar holdfast.jar --policy-check FILE [--against FILE]}: says whether a policy file
 * is right, and what it grants, or grants otherwise than another one. It starts nothing.
 */
final class PolicyCheckCommand {

  static final String OPTION = "--policy-check";
  static final String AGAINST = "--against";

  private final PrintStream out;

  PolicyCheckCommand(PrintStream out) {
    this.out = out;
  }

  /** 0 when it's right, 1 when it isn't, 2 when an argument isn't understood. */
  int run(List<String> arguments) {
    CommandLineOptions.PolicyCheck given =
        CommandLineOptions.read(new CommandLineOptions.PolicyCheck(), arguments);
    boolean compared = given.against != null;
    if (!given.others().isEmpty() || given.file.isEmpty() || "".equals(given.against)) {
      out.println("It's " + OPTION + " FILE [" + AGAINST + " FILE].");
      return DatabaseCommand.NOT_UNDERSTOOD;
    }
    Optional<Policy> policy = read(given.file);
    Optional<Policy> before = compared ? read(given.against) : policy;
    if (policy.isEmpty() || before.isEmpty()) {
      return DatabaseCommand.WRONG;
    }
    out.println("The policy is right. Its digest is " + policy.get().digest() + ".");
    List<String> lines =
        compared
            ? PolicyDescription.changes(before.get(), policy.get())
            : PolicyDescription.of(policy.get());
    lines.forEach(out::println);
    if (compared && lines.isEmpty()) {
      out.println("Both grant the same.");
    }
    if (compared) {
      PolicyComparison.of(before.get(), policy.get()).possible().stream()
          .map(MessageFormatter.STORED::text)
          .map(TextMarks::text)
          .forEach(what -> out.println("guardians would have to approve: " + what));
    }
    OfflineGroups.of(policy.get()).forEach(out::println);
    return 0;
  }

  private Optional<Policy> read(String file) {
    try {
      PolicyParseResult result = PolicyFile.parse(Path.of(file));
      result.problems().forEach(problem -> out.println(file + ": " + problem));
      return result.policy();
    } catch (IOException | InvalidPathException e) {
      out.println(file + " can't be read.");
      return Optional.empty();
    }
  }
}
