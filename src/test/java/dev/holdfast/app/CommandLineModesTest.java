package dev.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineModesTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream words = new ByteArrayOutputStream();

  @Test
  void helpListsEveryModeWithItsOptions() {
    assertThat(run("--help")).hasValue(0);

    assertThat(said().lines().map(line -> line.strip().split("\\s")[0]))
        .containsSubsequence(
            "--doctor",
            "--audit-export[=jsonl|csv]",
            "--from[=TIME]",
            "--to[=TIME]",
            "--output[=FILE]",
            "--audit-verify",
            "--policy-check[=FILE]",
            "--against[=FILE]",
            "--policy-explain[=FILE]",
            "--person[=ID]",
            "--operation[=NAME]",
            "--source[=ENVIRONMENT]",
            "--target[=ENVIRONMENT]",
            "--support-bundle[=FILE]",
            "--database-copy[=URL]",
            "--copy-user[=NAME]",
            "--copy-password-file[=FILE]",
            "--version",
            "--help");
    assertThat(said().lines()).allMatch(line -> line.length() <= 125);
    assertThat(complained()).isEmpty();
  }

  @Test
  void saysWhichVersionItIs() {
    assertThat(run("--version")).hasValue(0);

    assertThat(said()).startsWith("Holdfast, version ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--spring.profiles.active=local",
        "--logging.level.root=debug",
        "--holdfast.policy[0].name=--doctor",
        "--debug",
        "--trace",
        "doctor"
      })
  void withSettingsOnlyItServes(String argument) {
    assertThat(run("--server.port=0", argument)).isEmpty();
    assertThat(said() + complained()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--doktor, --doktor is not understood. --help lists what there is.",
    "--port=80, --port=80 is not understood.",
    "--from=2026-11-01, --from=2026-11-01 is not understood."
  })
  void whatIsMistypedStartsNothing(String argument, String sentence) {
    assertThat(run("--server.port=0", argument)).hasValue(2);
    assertThat(complained()).startsWith(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "--doctor, --from=2026-11-01, --from=2026-11-01 is not understood.",
    "--doctor, --audit-verify, --audit-verify is not understood.",
    "--doctor, --doctor=yes, Invalid value for option '--doctor'",
    "--audit-verify, now, now is not understood. There is --audit-verify alone.",
    "--support-bundle, bundle.zip, bundle.zip is not understood.",
    "--support-bundle=a.zip, --form=zip, --form=zip is not understood.",
    "--database-copy, --copy-user=a, It's --database-copy=jdbc:postgresql://HOST/DATABASE",
    "--database-copy=jdbc:h2:mem:a, --copy-user=a, It's --database-copy=jdbc:postgresql:",
    "--database-copy=jdbc:postgresql://h/d, --user=a, --user=a is not understood.",
    "--policy-check=a.yaml, --server.port=0, It's --policy-check FILE [--against FILE].",
    "--policy-check, --against, It's --policy-check FILE [--against FILE].",
    "--policy-explain=a.yaml, b.yaml, It's --policy-explain FILE --person ID"
  })
  void everyModeRefusesWhatItDoesNotKnow(String mode, String argument, String sentence) {
    assertThat(run(mode, argument)).hasValue(2);
    assertThat(said()).startsWith(sentence);
  }

  @Test
  void aPasswordFileThatIsNotThereCopiesNothing() {
    assertThat(
            run(
                "--database-copy=jdbc:postgresql://h/d",
                "--copy-user=a",
                "--copy-password-file=/no/such/file"))
        .hasValue(2);
    assertThat(said()).startsWith("--copy-password-file=/no/such/file can't be read.");
  }

  private OptionalInt run(String... arguments) {
    return new CommandLineModes(HoldfastApplication.class, print(out), print(words))
        .run(List.of(arguments));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return words.toString(StandardCharsets.UTF_8);
  }
}
