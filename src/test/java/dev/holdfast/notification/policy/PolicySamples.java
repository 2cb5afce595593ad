package dev.holdfast.notification.policy;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.DecisionRow;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.HostileSamples;
import dev.holdfast.card.view.Tone;
import dev.holdfast.notification.policy.PolicyProposalView.Headline;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy that guardians decide about. */
public final class PolicySamples {

  private static final String DIGEST =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final String AT = "Fri 20 Nov 2026, 18:00 (Europe/Copenhagen) · 17:00 UTC";
  private static final List<Fact> FACTS =
      List.of(
          new Fact("Proposed", AT),
          new Fact("Approvals", "0 of 1"),
          new Fact("Digest of this policy", DIGEST),
          new Fact("Digest of the policy it was compared with", DIGEST));
  private static final List<String> POSSIBLE =
      List.of(
          "“Production”, data leaves: 1 approval is needed instead of 2.",
          "“Test”, overwritten: Megan Bowen (00000000-0000-0000-0000-000000000021) may request.");

  private PolicySamples() {}

  public static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("policy-proposal", pending(Optional.empty(), ""));
    all.put(
        "policy-proposal-unconfirmed",
        pending(
            Optional.empty(), "To approve it, confirm that you've read what becomes possible."));
    all.put(
        "policy-proposal-stale",
        pending(
            Optional.of(
                new Banner(
                    Tone.ATTENTION,
                    "Nothing changed: this policy is no longer what waits for a decision.")),
            ""));
    all.put("policy-proposal-approved", approved());
    all.put("hostile-policy-proposal", hostile());
    return all;
  }

  private static PolicyProposalView pending(Optional<Banner> banner, String error) {
    return new PolicyProposalView(
        new Headline(
            "Should this policy take effect?",
            Tone.ATTENTION,
            "The configured policy was changed, and would allow something new."),
        banner,
        POSSIBLE,
        List.of("“Test”, backed up: Nobody may request this any longer."),
        List.of(),
        FACTS,
        Optional.of(Map.of("proposal", "3", "digest", DIGEST)),
        error);
  }

  private static PolicyProposalView approved() {
    return new PolicyProposalView(
        new Headline("This policy was approved", Tone.GOOD, "It took effect when it was approved."),
        Optional.empty(),
        POSSIBLE,
        List.of(),
        List.of(new DecisionRow(Tone.GOOD, "Patti Fernandez", "approved", AT, Optional.empty())),
        FACTS,
        Optional.empty(),
        "");
  }

  private static PolicyProposalView hostile() {
    String words = HostileSamples.LINK + HostileSamples.BOLD + HostileSamples.LONG;
    return new PolicyProposalView(
        new Headline(words, Tone.ATTENTION, words),
        Optional.empty(),
        Collections.nCopies(13, words),
        Collections.nCopies(13, words),
        List.of(),
        FACTS,
        Optional.of(Map.of("proposal", "3", "digest", DIGEST)),
        words);
  }
}
