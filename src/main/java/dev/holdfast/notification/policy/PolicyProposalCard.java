package dev.holdfast.notification.policy;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.compare.PolicyComparison;
import dev.holdfast.approval.policy.guard.PolicyProposal;
import dev.holdfast.approval.policy.guard.StoredPolicies;
import dev.holdfast.approval.policy.guard.StoredPolicy;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.DecisionRow;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.notification.policy.PolicyProposalView.Headline;
import dev.holdfast.request.Person;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws the card of a proposed policy, as things are now. */
@Component
public class PolicyProposalCard {

  /** As many sentences as Teams takes on a card, and as long as the template shows them. */
  private static final int MOST = 12;

  private static final int LONGEST = 300;

  private final StoredPolicies stored;
  private final PersonDirectory people;
  private final CardRenderer cards;

  PolicyProposalCard(StoredPolicies stored, PersonDirectory people, CardRenderer cards) {
    this.stored = stored;
    this.people = people;
    this.cards = cards;
  }

  /** As a guardian reads it in the own chat. */
  public Card of(PolicyProposal proposal, String reader, ZoneId zone) {
    return of(proposal, reader, zone, Optional.empty(), "");
  }

  /**
   * The same.
   *
   * @param confirmError why a click wasn't taken; empty when there is nothing to say
   */
  public Card of(
      PolicyProposal proposal,
      String reader,
      ZoneId zone,
      Optional<Banner> banner,
      String confirmError) {
    CardTexts texts = new CardTexts(zone);
    StoredPolicy base = stored.find(proposal.base()).orElseThrow();
    PolicyComparison comparison = comparison(base.policy(), proposal);
    return cards.render(
        new PolicyProposalView(
            headline(proposal, texts),
            banner,
            listed(comparison.possible(), texts),
            listed(comparison.stricter(), texts),
            proposal.decisions().stream().map(decision -> row(decision, texts)).toList(),
            facts(proposal, base, texts),
            Optional.of(
                    Map.of("proposal", Long.toString(proposal.id()), "digest", proposal.digest()))
                .filter(data -> mayDecide(reader, proposal, base))
                .filter(data -> comparison.allowsAnythingNew()),
            confirmError));
  }

  private boolean mayDecide(String reader, PolicyProposal proposal, StoredPolicy base) {
    return proposal.isPending()
        && stored.guardians(base).include(reader)
        && !proposal.isDecidedBy(new Person(reader, ""));
  }

  private PolicyComparison comparison(Optional<Policy> before, PolicyProposal proposal) {
    return before
        .flatMap(
            policy ->
                proposal.text().policy().map(next -> PolicyComparison.of(policy, next, this::name)))
        .orElseGet(() -> new PolicyComparison(List.of(), List.of()));
  }

  private String name(String id) {
    return people
        .name(id)
        .map(name -> CardTexts.SHARED.of("policyProposal.person", "name", name, "id", id))
        .orElse(id);
  }

  private static Headline headline(PolicyProposal proposal, CardTexts texts) {
    return switch (proposal.state()) {
      case PENDING ->
          new Headline(
              texts.of("policyProposal.title"), Tone.ATTENTION, texts.of("policyProposal.pending"));
      case APPROVED ->
          new Headline(
              texts.of("policyProposal.title.approved"),
              Tone.GOOD,
              texts.of("policyProposal.approved"));
      case REJECTED ->
          new Headline(
              texts.of("policyProposal.title.rejected"),
              Tone.BAD,
              texts.of("policyProposal.rejected"));
      case SUPERSEDED ->
          new Headline(
              texts.of("policyProposal.title.superseded"),
              Tone.NEUTRAL,
              texts.of("policyProposal.superseded"));
    };
  }

  private static List<String> listed(List<Message> sentences, CardTexts texts) {
    List<String> all = texts.of(sentences);
    List<String> listed = new ArrayList<>(all.stream().limit(MOST).toList());
    if (all.size() > MOST || all.stream().anyMatch(text -> text.length() > LONGEST)) {
      listed.add(texts.of("policyProposal.more"));
    }
    return listed;
  }

  private static DecisionRow row(PolicyProposal.Decision decision, CardTexts texts) {
    return new DecisionRow(
        decision.approved() ? Tone.GOOD : Tone.BAD,
        decision.by().name(),
        texts.of(
            decision.approved() ? "policyProposal.row.approved" : "policyProposal.row.rejected"),
        texts.at(decision.at()),
        Optional.empty());
  }

  private static List<Fact> facts(PolicyProposal proposal, StoredPolicy base, CardTexts texts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(texts.fact("policyProposal.proposed", texts.at(proposal.proposedAt())));
    base.policy()
        .map(policy -> approvals(proposal, policy.guardians().approvals()))
        .ifPresent(given -> facts.add(texts.fact("policyProposal.approvals", given)));
    facts.add(texts.fact("policyProposal.digest", inGroups(proposal.digest())));
    facts.add(texts.fact("policyProposal.base", inGroups(base.digest())));
    return facts;
  }

  private static Message approvals(PolicyProposal proposal, int needed) {
    return Message.of(
        "policyProposal.approvals.given",
        "given",
        proposal.decisions().stream().filter(PolicyProposal.Decision::approved).count(),
        "needed",
        needed);
  }

  /** Cards cut off what has no space to break at. */
  private static String inGroups(String digest) {
    return digest.replaceAll("(.{8})(?=.)", "$1 ");
  }
}
