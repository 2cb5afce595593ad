package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.Guardians;
import dev.holdfast.approval.policy.People;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a policy file says besides its rules: who guards it, and who may freeze. */
final class TopLevelParser {

  private static final String GUARDIANS = "guardians";
  private static final String APPROVALS = "guardian-approvals";
  private static final int MOST_APPROVALS = 20;

  private final YamlMapping document;
  private final PeopleParser people;

  TopLevelParser(YamlMapping document, PeopleParser people) {
    this.document = document;
    this.people = people;
  }

  Guardians guardians() {
    Optional<Node> given = document.find(GUARDIANS);
    Optional<Node> approvals = document.find(APPROVALS);
    if (given.isEmpty()) {
      approvals.ifPresent(node -> document.wrong(node, APPROVALS + " needs guardians"));
      return Guardians.NONE;
    }
    Guardians guardians =
        new Guardians(people.parse(document, GUARDIANS), approvals.map(this::approvals).orElse(1));
    if (guardians.people().everybody()) {
      document.wrong(given.get(), "name the guardians; * would be everybody");
    } else if (!guardians.people().areListedElsewhere()
        && guardians.people().all().size() < guardians.approvals()) {
      document.wrong(given.get(), "there are fewer guardians than " + APPROVALS);
    }
    return guardians;
  }

  private int approvals(Node given) {
    Optional<Integer> number =
        document
            .text(APPROVALS)
            .filter(text -> text.matches("\\d{1,2}"))
            .map(Integer::valueOf)
            .filter(read -> read >= 1 && read <= MOST_APPROVALS);
    if (number.isEmpty()) {
      document.wrong(given, APPROVALS + " has to be a number from 1 to " + MOST_APPROVALS);
    }
    return number.orElse(1);
  }

  /** Empty if the file leaves it to the approvers. */
  static Optional<People> freezers(YamlMapping mapping, PeopleParser people) {
    return mapping.find("may-freeze").map(given -> people.parse(mapping, "may-freeze"));
  }
}
