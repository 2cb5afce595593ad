package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.Guardians;
import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyRule;
import dev.holdfast.request.step.Digest;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a policy from YAML, as {@code deploy/policy/policy.schema.json} describes it. Finds
 * everything that is wrong in one go.
 */
public final class PolicyFileParser {

  /** The only version of the format. */
  private static final String VERSION = "1";

  private static final String FORMAT = "policy file 1";

  private PolicyFileParser() {}

  /** A text as it's stored, which has the calendar files in itself. */
  public static PolicyParseResult parse(String stored) {
    PolicySource source = PolicySource.of(stored);
    return parse(source.yaml(), name -> Optional.ofNullable(source.calendars().get(name)));
  }

  /**
   * @param calendars from the name of a calendar file to its text
   */
  static PolicyParseResult parse(String yaml, CalendarFiles calendars) {
    List<PolicyProblem> problems = new ArrayList<>();
    Map<String, String> used = new TreeMap<>();
    Optional<Policy> policy = Optional.empty();
    try {
      PolicySource.problem(yaml).ifPresent(problems::add);
      policy = policy(yaml, calendars.noting(used), problems);
    } catch (MarkedYAMLException e) {
      problems.add(
          e.getProblemMark() == null
              ? new PolicyProblem(1, 1, e.getProblem())
              : YamlMapping.problem(e.getProblemMark(), e.getProblem()));
    } catch (YAMLException e) {
      problems.add(new PolicyProblem(1, 1, "this isn't YAML"));
    }
    problems.sort(
        Comparator.comparingInt(PolicyProblem::line).thenComparingInt(PolicyProblem::column));
    PolicySource source = new PolicySource(yaml, used);
    return policy
        .filter(read -> problems.isEmpty())
        .map(read -> PolicyParseResult.of(withDigest(read, source), source))
        .orElseGet(() -> PolicyParseResult.wrong(problems, source));
  }

  private static Policy withDigest(Policy read, PolicySource source) {
    return new Policy(
        read.rules(),
        read.groups(),
        Digest.of(source.digestParts(FORMAT)).hex(),
        read.guardians(),
        read.freezers(),
        read.checklists(),
        read.freezes());
  }

  private static Optional<Policy> policy(
      String text, CalendarFiles files, List<PolicyProblem> problems) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    Node root = new Yaml(options).compose(new StringReader(text));
    if (root == null) {
      problems.add(new PolicyProblem(1, 1, "the policy is empty"));
      return Optional.empty();
    }
    YamlMapping document = YamlMapping.of(root, "the policy", problems);
    document
        .require("version")
        .filter(version -> !document.text("version").filter(VERSION::equals).isPresent())
        .ifPresent(version -> document.wrong(version, "version has to be " + VERSION));
    PeopleParser people = PeopleParser.of(document.find("groups"), problems);
    HoursParser hours = HoursParser.of(document.find("business-hours"), problems);
    StartWindowParser starts =
        new StartWindowParser(CalendarsParser.parse(document, files, problems), problems);
    RuleParser rules =
        new RuleParser(people, new WindowParser(people, hours, problems), starts, problems);
    List<PolicyRule> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    document
        .require("rules")
        .ifPresent(
            list -> {
              for (Node rule : document.sequence(list, "rules")) {
                PolicyRule read = rules.parse(rule);
                if (!names.add(read.name())) {
                  document.wrong(rule, "two rules are named " + read.name());
                }
                all.add(read);
              }
              if (all.isEmpty()) {
                document.wrong(list, "rules is empty, so nobody could do anything");
              }
            });
    TopLevelParser more = new TopLevelParser(document, people);
    Guardians guardians = more.guardians();
    Optional<People> freezers = TopLevelParser.freezers(document, people);
    List<Policy.Checklist> checklists = ChecklistParser.parse(document, problems);
    List<Policy.Freeze> freezes = starts.freezes(document);
    document.refuseOthers();
    return Optional.of(
        new Policy(all, people.groups(), "", guardians, freezers, checklists, freezes));
  }
}
