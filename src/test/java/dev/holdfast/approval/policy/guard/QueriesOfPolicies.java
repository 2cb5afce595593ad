package dev.holdfast.approval.policy.guard;

import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;

import dev.holdfast.testing.plans.Exercise;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfPolicies implements Exercise {

  private static final PolicyText TEXT = new PolicyText(PolicyText.Kind.FILE, "version: 1");

  @Override
  public List<Class<?>> beans() {
    return List.of(StoredPolicies.class, PolicyProposals.class);
  }

  @Override
  public void run(ApplicationContext context) {
    StoredPolicies stored = context.getBean(StoredPolicies.class);
    stored.lock();
    stored.add(TEXT, "digest", StoredPolicy.Reason.FIRST, "", NOW);
    long base = stored.currentId().orElseThrow();
    stored.current();
    stored.find(base);
    PolicyProposals proposals = context.getBean(PolicyProposals.class);
    long id = proposals.add(base, TEXT, "next", NOW);
    proposals.find(id);
    proposals.find(base, "next");
    proposals.pending();
    proposals.claim(id, NOW);
    proposals.add(id, new PolicyProposal.Decision(MEGAN, true, NOW));
    proposals.reopen(id, NOW);
    proposals.set(id, PolicyProposal.State.SUPERSEDED);
  }
}
