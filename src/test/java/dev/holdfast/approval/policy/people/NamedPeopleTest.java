package dev.holdfast.approval.policy.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.file.PolicyFileParser;
import org.junit.jupiter.api.Test;

class NamedPeopleTest {

  @Test
  void areAllWhomAPolicyNamesWhateverForAndNoApplications() {
    String policy =
        """
        version: 1
        groups:
          owners: {people: [00000000-0000-0000-0000-000000000021]}
        guardians: 00000000-0000-0000-0000-000000000022
        may-freeze: 00000000-0000-0000-0000-000000000023
        rules:
          - name: Everything
            environments: all
            may-freeze: 00000000-0000-0000-0000-000000000024
            read: 00000000-0000-0000-0000-000000000025
            overwritten: {request: [00000000-0000-0000-0000-000000000026, "app:00000000-0000-0000-0000-000000000031"], approve: [owners, 00000000-0000-0000-0000-000000000027]}
        """;
    assertThat(NamedPeople.of(PolicyFileParser.parse(policy).policy().orElseThrow()))
        .extracting(id -> id.substring(34))
        .containsExactlyInAnyOrder("21", "22", "23", "24", "25", "26", "27");
  }
}
