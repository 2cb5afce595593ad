package dev.holdfast.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.testing.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Nobody can start Holdfast with an endpoint that anybody could reach. */
@ExtendWith(OutputCaptureExtension.class)
class StartingTest {

  @Test
  void refusesWithoutTheBotsIdAndTenant(CapturedOutput output) {
    assertThatThrownBy(() -> TeamsSlice.run(Databases.H2, "another", "127.0.0.1"))
        .isInstanceOf(UnprotectedEndpointException.class);

    assertThat(output)
        .contains("Holdfast does not start: the bot's application id")
        .contains("Set holdfast.teams.app-id and holdfast.teams.tenant-id")
        .contains("spring.profiles.active=local");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "", "192.0.2.1"})
  void refusesOnAnAddressThatOthersReach(String address, CapturedOutput output) {
    assertThatThrownBy(() -> TeamsSlice.run(Databases.H2, "local", address))
        .isInstanceOf(UnprotectedEndpointException.class);

    assertThat(output).contains("Set server.address to 127.0.0.1");
  }

  @Test
  void refusesToBeOpenTogetherWithARealCredential(CapturedOutput output) {
    assertThatThrownBy(
            () ->
                TeamsSlice.run(
                    Databases.H2,
                    "local",
                    "127.0.0.1",
                    "--holdfast.teams.credential.client-secret=a-secret"))
        .isInstanceOf(UnprotectedEndpointException.class);

    assertThat(output)
        .contains("the bot has a real credential")
        .contains("Remove what is set under holdfast.teams.credential")
        .doesNotContain("a-secret");
  }
}
