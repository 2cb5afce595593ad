package dev.holdfast.approval.policy.guard;

import dev.holdfast.approval.policy.ListedPolicyText;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.file.PolicyFile;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The policy that this process is configured with, which need not be the one in force. */
@Component
public class ConfiguredPolicy {

  private final PolicyFile file;
  private final Optional<Configured> listed;

  ConfiguredPolicy(PolicyFile file, PolicyProperties properties) {
    this.file = file;
    this.listed =
        Optional.of(new PolicyText(PolicyText.Kind.SETTINGS, ListedPolicyText.of(properties)))
            .filter(text -> !properties.policy().isEmpty())
            .flatMap(Configured::of);
  }

  /** A policy that was read. */
  record Configured(PolicyText text, Policy policy) {

    private static Optional<Configured> of(PolicyText text) {
      return text.policy().map(policy -> new Configured(text, policy));
    }

    String digest() {
      return policy.digest();
    }
  }

  /** As it is now; empty while it's wrong or missing. */
  Optional<Configured> read() {
    return file.isUsed()
        ? file.read()
            .map(
                read ->
                    new Configured(
                        new PolicyText(PolicyText.Kind.FILE, read.text()), read.policy()))
        : listed;
  }

  /** The same for what decides nothing; nobody may do anything where it's missing. */
  public Policy orNothing() {
    return read().map(Configured::policy).orElseGet(() -> ListedPolicyText.NOTHING);
  }
}
