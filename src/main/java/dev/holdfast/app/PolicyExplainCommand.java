package dev.holdfast.app;

import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyExplanation;
import dev.holdfast.approval.policy.file.PolicyFile;
import dev.holdfast.approval.policy.file.PolicyParseResult;
import dev.holdfast.message.MessageFormatter;
import dev.holdfast.message.TextMarks;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentUse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code java -jar holdfast.jar --policy-explain FILE --person ID --operation NAME --source
 * ENVIRONMENT --target ENVIRONMENT}: says whether a policy lets a person request an operation, by
 * which rules, and who approves. It starts nothing and asks no service.
 */
final class PolicyExplainCommand {

  static final String OPTION = "--policy-explain";

  private final PrintStream out;

  PolicyExplainCommand(PrintStream out) {
    this.out = out;
  }

  /** 0 when there is an answer, 1 when a file is wrong, 2 when an argument isn't understood. */
  int run(List<String> arguments) {
    Optional<ExplainedOperation> asked;
    try {
      asked = ExplainedOperation.of(arguments);
    } catch (IOException | InvalidPathException e) {
      out.println("A file with an environment can't be read: " + e.getMessage());
      return DatabaseCommand.WRONG;
    }
    if (asked.map(ExplainedOperation::person).filter(PolicyExplainCommand::isId).isEmpty()) {
      ExplainedOperation.usage().forEach(out::println);
      return DatabaseCommand.NOT_UNDERSTOOD;
    }
    Optional<Policy> policy = read(asked.get().file());
    policy.ifPresent(read -> explain(read, asked.get().person(), asked.get().uses()));
    return policy.isPresent() ? 0 : DatabaseCommand.WRONG;
  }

  private static boolean isId(String person) {
    return People.OBJECT_ID.matcher(person).matches()
        || People.APPLICATION_ID.matcher(person).matches();
  }

  private void explain(Policy policy, String person, List<EnvironmentUse> uses) {
    PolicyExplanation explanation =
        PolicyExplanation.of(policy, new Person(person, person), uses, id -> id);
    out.println(explanation.allowed() ? "Allowed." : "Denied.");
    explanation.reasons().stream()
        .map(MessageFormatter.STORED::text)
        .map(TextMarks::text)
        .forEach(out::println);
    OfflineGroups.of(policy).forEach(out::println);
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
