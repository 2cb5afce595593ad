package dev.holdfast.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.window.ApprovalWindow;
import dev.holdfast.testing.Environments;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** Who may see an environment. */
class PolicyReadersTest {

  private static final Person REQUESTER = new Person("requester", "");
  private static final Person APPROVER = new Person("approver", "");
  private static final Person READER = new Person("reader", "");
  private static final Person OTHER = new Person("other", "");

  private final EnvironmentCatalog catalog = mock(EnvironmentCatalog.class);
  private final PolicyInForce policy =
      new PolicyInForce(
          new Policy(
              List.of(rule("production", READER.id()), rule("sandbox", OTHER.id())), "digest"));
  private final PolicyReaders readers =
      new PolicyReaders(policy, new PolicyRules(policy), provider());

  @SuppressWarnings("unchecked")
  private ObjectProvider<EnvironmentCatalog> provider() {
    ObjectProvider<EnvironmentCatalog> provider = mock(ObjectProvider.class);
    when(provider.getIfAvailable()).thenReturn(catalog);
    return provider;
  }

  private static PolicyRule rule(String type, String reader) {
    return new PolicyRule(
        type,
        List.of(new EnvironmentCondition.Attribute("type", List.of(type))),
        Map.of(
            EnvironmentRole.HELD,
            new RoleRule(
                People.of(List.of(REQUESTER.id())),
                People.of(List.of(APPROVER.id())),
                1,
                ApprovalWindow.of(Duration.ofHours(1)),
                SafetyBackup.NONE,
                RoleRule.Substitutes.NOBODY)),
        Optional.empty(),
        People.of(List.of(reader)));
  }

  private static EnvironmentRef ref(Map<String, String> attributes) {
    return new EnvironmentRef("id", "name", "", attributes);
  }

  private static EnvironmentProfile environment(String type, String name) {
    return EnvironmentProfile.of(
        Environments.bare(
            "id", name, EnvironmentType.valueOf(type.toUpperCase(Locale.ROOT)), type, "europe"),
        Optional.empty());
  }

  @Test
  void everyoneNamedInAnyRoleAndTheReadersMaySeeIt() {
    EnvironmentRef production = ref(Map.of("type", "production"));
    assertThat(List.of(REQUESTER, APPROVER, READER))
        .allMatch(person -> readers.mayRead(person, production));
    assertThat(readers.mayRead(OTHER, production)).isFalse();
  }

  @Test
  void nobodySeesWhatNoRuleCoversForCertain() {
    assertThat(List.of(REQUESTER, APPROVER, READER, OTHER))
        .noneMatch(person -> readers.mayRead(person, ref(Map.of("type", "trial"))))
        .noneMatch(person -> readers.mayRead(person, ref(Map.of("region", "europe"))));
  }

  @Test
  void ofARequestFromBeforeTheAttributesOfNowCount() {
    EnvironmentProfile now = environment("Sandbox", "another name");
    when(catalog.inMemory("id")).thenReturn(Optional.of(now));
    assertThat(readers.mayRead(OTHER, ref(Map.of()))).isTrue();
    assertThat(readers.mayRead(READER, ref(Map.of()))).isFalse();
    when(catalog.inMemory("id")).thenReturn(Optional.empty());
    assertThat(readers.mayRead(OTHER, ref(Map.of()))).isFalse();
  }

  @Test
  void anotherPolicyCountsAtOnce() {
    EnvironmentProfile sandbox = environment("Sandbox", "name");
    assertThat(readers.readableBy(OTHER)).accepts(sandbox);
    assertThat(readers.readableBy(READER)).rejects(sandbox);
    policy.replace(new Policy(List.of(rule("sandbox", READER.id())), "digest"));
    assertThat(readers.readableBy(OTHER)).rejects(sandbox);
    assertThat(readers.readableBy(READER)).accepts(sandbox);
  }

  @Test
  void whatIsKnownOfAnEnvironmentByNowCounts() {
    assertThat(readers.readableBy(OTHER)).accepts(environment("Sandbox", "name"));
    EnvironmentProfile production = environment("Production", "name");
    assertThat(readers.readableBy(OTHER)).rejects(production);
    assertThat(readers.readableBy(READER)).accepts(production);
  }
}
