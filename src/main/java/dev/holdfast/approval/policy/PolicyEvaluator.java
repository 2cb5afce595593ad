package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.PolicyProperties.Rule;
import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The policy, asked afresh at every click: a person who lost a right lost it at once. */
@Component
public class PolicyEvaluator {

  private static final String ANYBODY = "*";

  private final List<Scope> scopes;

  public PolicyEvaluator(PolicyProperties properties) {
    this.scopes = properties.policy().stream().map(Scope::of).toList();
  }

  /**
   * Why a person may not ask for this; empty when they may. Every environment that the policy
   * protects in its role has a say.
   */
  public Optional<Message> denial(Person person, OperationSpec work) {
    return protectedUses(work).stream()
        .map(use -> denial(person, work, use))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Message> denial(Person person, OperationSpec work, EnvironmentUse use) {
    EnvironmentRef affected = use.environment();
    boolean overwrites = use.role() == EnvironmentRole.OVERWRITTEN;
    Optional<Rule> rule = ruleFor(affected);
    if (rule.isEmpty()) {
      return Optional.of(about("policy.noRule", affected));
    }
    if (!mayRequest(rule.get(), person, work)) {
      return Optional.of(about("policy.notARequester", affected));
    }
    if (overwrites && rule.get().target() == Target.FORBIDDEN) {
      return Optional.of(about("policy.overwriteForbidden", affected));
    }
    if (overwrites && rule.get().safetyBackup() == SafetyBackup.REQUIRED && !work.backsUpFirst()) {
      return Optional.of(about("policy.safetyBackup", affected));
    }
    Optional<Message> name = denialOfName(work);
    if (name.isPresent()) {
      return name;
    }
    ApprovalRequirement demand = requirement(person, work);
    if (demand.approvers().size() < demand.approvals()) {
      return Optional.of(
          about("policy.tooFewApprovers", affected)
              .with("approvals", demand.approvals())
              .with("approvers", demand.approvers().size()));
    }
    return Optional.empty();
  }

  /**
   * Why the target may not get its new name; empty when it may or keeps its own. Rules name
   * environments, so a new name could put one under a milder rule, and nobody has approved that.
   */
  public Optional<Message> denialOfName(OperationSpec work) {
    Optional<String> newName = work.newName();
    if (newName.isEmpty()) {
      return Optional.empty();
    }
    EnvironmentRef now = work.affected();
    EnvironmentRef then = new EnvironmentRef(now.id(), newName.get(), now.details());
    return isUnderSameRule(now, then)
        ? Optional.empty()
        : Optional.of(about("policy.newName", now).with("newName", newName.get()));
  }

  private static Message about(String code, EnvironmentRef environment) {
    return Message.of(code, "environment", environment.displayName());
  }

  /** Whether the same rule applies to an environment under both of its names, or none to either. */
  public boolean isUnderSameRule(EnvironmentRef before, EnvironmentRef after) {
    return scopeOf(before).equals(scopeOf(after));
  }

  /** Whether an environment may be overwritten at all. */
  public boolean mayOverwrite(EnvironmentRef environment) {
    return ruleFor(environment).filter(rule -> rule.target() == Target.ALLOWED).isPresent();
  }

  /**
   * Whether a target is backed up before it is overwritten. All that can be a target holds data:
   * without a database there is nothing to overwrite (R9).
   *
   * @param wished what the requester would like, where the policy leaves it to them
   */
  public boolean safetyBackup(EnvironmentRef target, boolean wished) {
    return ruleFor(target)
        .map(Rule::safetyBackup)
        .filter(
            asked -> asked == SafetyBackup.REQUIRED || (asked == SafetyBackup.OPTIONAL && wished))
        .isPresent();
  }

  /** Whether the requester decides it. */
  public boolean isSafetyBackupOptional(EnvironmentRef target) {
    return ruleFor(target).filter(rule -> rule.safetyBackup() == SafetyBackup.OPTIONAL).isPresent();
  }

  /**
   * What a request of this person for this work needs. Call it only where there is no {@link
   * #objection}.
   */
  public ApprovalRequirement requirement(Person requester, OperationSpec work) {
    Rule rule =
        ruleFor(work.affected())
            .orElseThrow(
                () -> new IllegalStateException("no rule covers " + work.affected().displayName()));
    boolean needed = work.needsApproval() && (work.overwrites() || rule.backupNeedsApproval());
    List<String> others =
        rule.approvers().stream()
            .filter(id -> !id.equalsIgnoreCase(requester.id()))
            .distinct()
            .toList();
    return new ApprovalRequirement(needed ? rule.approvals() : 0, others, rule.expiresAfter());
  }

  /** Whether a person may decide on an operation, leaving aside who asked. */
  public boolean mayDecide(Person person, OperationSpec work) {
    return approvers(work).stream().anyMatch(person.id()::equalsIgnoreCase);
  }

  /** The Entra object ids of those who may decide on an operation, leaving aside who asked. */
  public List<String> approvers(OperationSpec work) {
    return protectedUses(work).stream()
        .flatMap(use -> ruleFor(use.environment()).stream())
        .flatMap(rule -> rule.approvers().stream())
        .distinct()
        .toList();
  }

  /** The approvers of the rule that covers an environment. */
  public Stream<String> approversOf(EnvironmentRef environment) {
    return ruleFor(environment).stream().flatMap(rule -> rule.approvers().stream());
  }

  /** The approvers of all rules. */
  public Stream<String> allApprovers() {
    return scopes.stream().flatMap(scope -> scope.rule().approvers().stream());
  }

  /**
   * Whether a rule names this person, to decide or to ask. {@code *} names nobody. It makes no
   * decision; it tells an admin of this tenant from anybody else.
   */
  public boolean isNamed(Person person) {
    return scopes.stream()
        .map(Scope::rule)
        .flatMap(rule -> Stream.concat(rule.approvers().stream(), rule.requesters().stream()))
        .anyMatch(person.id()::equalsIgnoreCase);
  }

  /** Whether a person may ask for work on these environments, leaving aside what the work is. */
  public boolean mayRequest(Person person, OperationSpec work) {
    return protectedUses(work).stream()
        .allMatch(
            use ->
                ruleFor(use.environment())
                    .filter(rule -> mayRequest(rule, person, work))
                    .isPresent());
  }

  /** What nobody approves, approvers may request too. */
  private static boolean mayRequest(Rule rule, Person person, OperationSpec work) {
    return holds(rule.requesters(), person.id())
        || (!work.needsApproval() && holds(rule.approvers(), person.id()));
  }

  /**
   * The environments whose rules decide about an operation, by the role in which it uses them.
   * Where data only leaves, no rule is asked yet.
   *
   * @throws IllegalArgumentException if no rule could decide
   */
  private static List<EnvironmentUse> protectedUses(OperationSpec work) {
    List<EnvironmentUse> uses =
        work.environments().stream()
            .filter(use -> use.role() != EnvironmentRole.DATA_LEAVES)
            .toList();
    if (uses.isEmpty()) {
      throw new IllegalArgumentException("No rule decides about the operation " + work.kind());
    }
    return uses;
  }

  private Optional<Rule> ruleFor(EnvironmentRef environment) {
    return scopeOf(environment).map(scopes::get).map(Scope::rule);
  }

  /** The place of the rule among all: two rules that say the same are two. */
  private Optional<Integer> scopeOf(EnvironmentRef environment) {
    return IntStream.range(0, scopes.size())
        .filter(i -> scopes.get(i).covers(environment))
        .boxed()
        .findFirst();
  }

  private static boolean holds(List<String> ids, String id) {
    return ids.stream().anyMatch(one -> one.equals(ANYBODY) || one.equalsIgnoreCase(id));
  }

  /** A rule with its patterns read once: a form asks for each environment there is. */
  private record Scope(Rule rule, List<GlobPattern> globs) {

    static Scope of(Rule rule) {
      return new Scope(rule, rule.environments().stream().map(GlobPattern::of).toList());
    }

    boolean covers(EnvironmentRef environment) {
      return globs.stream()
          .anyMatch(
              glob -> glob.matches(environment.displayName()) || glob.matches(environment.id()));
    }
  }
}
