package dev.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --policy-explain} on an example policy. */
class PolicyExplainCommandTest {

  private static final String EXAMPLE = "deploy/policy/two-sides.yaml";
  private static final String OWNER = "00000000-0000-0000-0000-000000000021";
  private static final String TESTER = "00000000-0000-0000-0000-000000000031";
  private static final String PRODUCTION = "env-1,type=production,kind=unified-production";
  private static final String TEST = "env-2,type=sandbox,kind=unified-sandbox,region=europe";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void saysWhichRulesCountAndWhoApproves() {
    assertThat(ask(TESTER, "restore", "--source", PRODUCTION, "--target", TEST)).isZero();
    assertThat(said())
        .startsWith("Allowed.")
        .contains(
            "env-1 (data leaves): Rule 1 counts, “Production of finance and operations”.",
            "env-1 (data leaves): 1 approval is needed, by " + OWNER + " and ",
            "env-2 (overwritten): Rule 2 counts, “Test”.",
            "env-2 (overwritten): 1 approval is needed, by 00000000-0000-0000-0000-000000000032.",
            "env-2 (overwritten): A safety backup is required.");
  }

  @Test
  void saysWhyNot() {
    assertThat(ask(OWNER, "restore", "--source", PRODUCTION, "--target", TEST)).isZero();
    assertThat(said())
        .startsWith("Denied.")
        .contains("env-2 (overwritten): The rule doesn't let " + OWNER + " request this.");
    ask(TESTER, "restore", "--source", TEST, "--target", PRODUCTION);
    assertThat(said()).contains("env-1 (overwritten): The rule lets nobody request this.");
    ask(TESTER, "backup", "--source", "env-3,type=trial");
    assertThat(said()).contains("env-3 (backed up): No rule covers it.");
    ask(TESTER, "delete-backup", "--target", PRODUCTION);
    assertThat(said()).contains("env-1 (backups change): The rule lets nobody request this.");
    ask(TESTER, "delete-backup", "--target", TEST);
    assertThat(said())
        .contains(
            "env-2 (backups change): 1 approval is needed, by 00000000-0000-0000-0000-000000000032.");
    ask(TESTER, "retention", "--target", PRODUCTION);
    assertThat(said()).contains("env-1 (backups change): The rule lets nobody request this.");
    ask(TESTER, "leave-admin-mode", "--target", "env-3");
    assertThat(said())
        .contains(
            "env-3 (leaves administration mode): It isn't known whether rule “Production of"
                + " finance and operations” covers it");
  }

  @Test
  void saysWhoMaySubmitAnEmergency() {
    String onCall = "00000000-0000-0000-0000-000000000031";
    String said = explain("deploy/policy/emergency.yaml", onCall);
    assertThat(said)
        .contains(
            "env-1 (data leaves): In an emergency, the rule lets "
                + onCall
                + " submit it without approval. Afterwards, one of these has to review it within 1"
                + " d: "
                + OWNER
                + " and ")
        .contains("env-2 (overwritten): In an emergency, the rule lets");
    assertThat(explain("deploy/policy/emergency.yaml", OWNER)).doesNotContain("emergency");
  }

  private String explain(String file, String person) {
    out.reset();
    new PolicyExplainCommand(new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(
            List.of(
                "--policy-explain",
                file,
                "--person",
                person,
                "--operation",
                "restore",
                "--source",
                PRODUCTION,
                "--target",
                TEST));
    return said();
  }

  @Test
  void readsAnEnvironmentFromAFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("test.json"),
            """
            {"id": "env-2", "name": "Contoso UAT", "type": "Sandbox", "kind": "unified-sandbox", "region": "europe"}
            """);
    assertThat(ask(TESTER, "backup", "--source", "@" + file)).isZero();
    assertThat(said()).startsWith("Allowed.").contains("Contoso UAT (backed up): Rule 2 counts");
    assertThat(ask(TESTER, "backup", "--source", "@" + folder.resolve("none"))).isEqualTo(1);
  }

  @Test
  void whatIsNotUnderstoodIsNotGuessed() {
    assertThat(ask("tester", "backup", "--source", TEST)).isEqualTo(2);
    assertThat(ask(TESTER, "delete", "--source", TEST)).isEqualTo(2);
    assertThat(ask(TESTER, "restore", "--source", TEST)).isEqualTo(2);
    assertThat(ask(TESTER, "backup", "--source", TEST, "--target", TEST)).isEqualTo(2);
    assertThat(ask(TESTER, "backup", "--source", "env-2,colour=red")).isEqualTo(2);
    assertThat(said()).contains("It's --policy-explain FILE");
  }

  private int ask(String person, String operation, String... environments) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--policy-explain", EXAMPLE, "--person", person, "--operation", operation));
    arguments.addAll(List.of(environments));
    return new PolicyExplainCommand(new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(arguments);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
