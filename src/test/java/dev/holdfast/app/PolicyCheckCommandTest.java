package dev.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCheckCommandTest {

  private static final String POLICY =
      """
      version: 1
      rules:
        - name: All
          environments: all
          held: {request: "*"}
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void saysWhatAPolicyGrants() throws IOException {
    assertThat(run("--policy-check", file("a", POLICY))).isZero();
    assertThat(said())
        .contains(
            "The policy is right.",
            "1. All (every environment), held: requested by everybody",
            "1. All (every environment), overwritten: nobody");
  }

  @Test
  void saysWhatItGrantsOtherwiseThanAnother() throws IOException {
    String other = file("b", POLICY.replace("held:", "opened:"));
    assertThat(run("--policy-check", other, "--against", file("a", POLICY))).isZero();
    assertThat(said())
        .contains(
            "no longer: 1. All (every environment), held: requested by everybody",
            "now: 1. All (every environment), opened: requested by everybody",
            "guardians would have to approve: “All”, leaves administration mode: everybody may"
                + " request");
    assertThat(run("--policy-check", other, "--against", other)).isZero();
    assertThat(said()).contains("Both grant the same.");
  }

  @Test
  void saysWhatIsWrongAndWhere() throws IOException {
    String wrong = file("c", POLICY.replace("all\n", "some\n"));
    assertThat(run("--policy-check", wrong)).isEqualTo(1);
    assertThat(said()).contains(wrong + ": line 4, column 19: ");
    assertThat(run("--policy-check", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(said()).contains("can't be read");
  }

  @Test
  void whatIsNotUnderstoodIsNotGuessed() {
    assertThat(run("--policy-check")).isEqualTo(2);
    assertThat(run("--policy-check", "a", "--agaist", "b")).isEqualTo(2);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), text).toString();
  }

  private int run(String... arguments) {
    return new PolicyCheckCommand(new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
