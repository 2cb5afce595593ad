package dev.holdfast.app;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.compare.PolicyComparison;
import dev.holdfast.approval.policy.file.PolicyDescription;
import dev.holdfast.approval.policy.file.PolicyFileParser;
import dev.holdfast.approval.policy.file.PolicyParseResult;
import dev.holdfast.message.MessageFormatter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
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
  private static final String AGAINST = "--against";

  private final PrintStream out;

  PolicyCheckCommand(PrintStream out) {
    this.out = out;
  }

  static boolean isAsked(List<String> arguments) {
    return arguments.contains(OPTION);
  }

  /** 0 when it's right, 1 when it isn't, 2 when an argument isn't understood. */
  int run(List<String> arguments) {
    boolean alone = arguments.size() == 2 && arguments.get(0).equals(OPTION);
    boolean compared =
        arguments.size() == 4
            && arguments.get(0).equals(OPTION)
            && arguments.get(2).equals(AGAINST);
    if (!alone && !compared) {
      out.println("It's " + OPTION + " FILE [" + AGAINST + " FILE].");
      return DatabaseCommand.NOT_UNDERSTOOD;
    }
    Optional<Policy> policy = read(arguments.get(1));
    Optional<Policy> before = compared ? read(arguments.get(3)) : policy;
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
          .forEach(what -> out.println("guardians would have to approve: " + what));
    }
    return 0;
  }

  private Optional<Policy> read(String file) {
    try {
      PolicyParseResult result = PolicyFileParser.parse(Files.readString(Path.of(file)));
      result.problems().forEach(problem -> out.println(file + ": " + problem));
      return result.policy();
    } catch (IOException | InvalidPathException e) {
      out.println(file + " can't be read.");
      return Optional.empty();
    }
  }
}
