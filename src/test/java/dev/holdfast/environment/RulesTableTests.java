package dev.holdfast.environment;

import static dev.holdfast.environment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Rules;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.testing.Preflights;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of {@code src/docs/rules.md}: R1 to R15, R17, R29 and the service's own word, every
 * type and every kind of environment as the source and as the target.
 *
 * <p>The source is always called A and the target B. {@link Sample#read} explains how they are
 * written: an environment of which nothing is said is in order. The target may also be {@code
 * itself}, and {@code -} for a backup of the source; the source {@code -} stands for any. A restore
 * goes back two days unless the column {@code ago} says otherwise.
 */
class RulesTableTests {

  private static final String TWO_DAYS = "P2D";

  private final Rules rules = Preflights.rules();

  @ParameterizedTest(name = "{0} is {4}: {1} onto {2}, {3} ago: {5}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "",
      textBlock =
          """
          #rule   | source A               | target B              | ago        | finding | piece of the sentence
          # Retention: what is kept, for how long, read from the service and never computed.
          R1      | Trial                  | Sandbox               |            | RED     | A is a trial environment. Trial environments aren't backed up
          R1      | SubscriptionBasedTrial | Sandbox               |            | RED     | A is a trial environment. Trial environments aren't backed up
          R1      | Trial                  | -                     |            | RED     | can't be backed up
          R1      | SubscriptionBasedTrial | -                     |            | RED     | can't be backed up
          R1      | Sandbox                | -                     |            | GREEN   | kept for 7 days, until about 2026-11-27T17:00:00Z
          R1      | Production keeps=P28D  | -                     |            | GREEN   | kept for 28 days
          R1      | Production keeps=P14D  | -                     |            | GREEN   | kept for 14 days
          R1      | Sandbox keeps=?        | -                     |            | AMBER   | doesn't say how long it keeps backups of A
          R1      | Sandbox                | Sandbox               | P6DT1H     | AMBER   | deleted at about 2026-11-21T16:00:00Z. The restore has to start before then
          R1      | Sandbox keeps=?        | Sandbox               | P29D       | RED     | more than 28 days ago. Backups aren't kept any longer
          R1      | Production keeps=P7D/P9D | Sandbox             | P8D        | AMBER   | older than the 7 days for which A keeps backups
          # Manual backups, by type.
          R2      | Production             | -                     |            | GREEN   | manual backups are supported
          R2      | Sandbox                | -                     |            | GREEN   | manual backups are supported
          R2      | Developer              | -                     |            | AMBER   | Power Platform decides
          R2      | Teams                  | -                     |            | AMBER   | Power Platform decides
          R2      | Default                | -                     |            | RED     | doesn't create manual backups of it
          R2      | Elastic                | -                     |            | AMBER   | the type Elastic, which Holdfast doesn't recognize
          R2      | odd                    | -                     |            | AMBER   | a type that Power Platform doesn't report
          # Production changed to sandbox.
          R3      | Sandbox                | Production keeps=P28D |            | AMBER   | Older ones are deleted at once, unless you change it back soon
          R3      | Sandbox                | Production keeps=?    |            | AMBER   | Older ones are deleted at once
          R3      | Sandbox                | Production keeps=P7D  |            | GREEN   | Changing it to a sandbox deletes no backups
          R3      | -                      | Production keeps=P28D |            | AMBER   | its backups are kept for only 7 days
          R3      | Sandbox                | Sandbox               |            | NONE    |
          R3      | Sandbox keeps=P7D/P20D | Sandbox               | P10D       | AMBER   | perhaps because the environment was a production environment until recently
          # Any instant in the window.
          R4      | Sandbox                | Sandbox               | P2D        | GREEN   | Backups of A go back to 2026-11-13T17:00:00Z
          R4      | Sandbox                | Sandbox               | P7D        | GREEN   | go back to
          R4      | Sandbox                | Sandbox               | PT168H0M1S | RED     | before the earliest restore point of A
          R4      | Sandbox keeps=P7D      | Sandbox               | PT167H     | GREEN   | go back to
          R4      | Sandbox keeps=P7D      | Sandbox               | PT169H     | RED     | before the earliest restore point
          R4      | Sandbox keeps=P28D/P3D | Sandbox               | P4D        | RED     | before the earliest restore point
          R4      | Sandbox keeps=?        | Sandbox               | P27D       | AMBER   | Only the restore shows
          # The newest restorable instant.
          R5      | Sandbox                | Sandbox               | PT15M      | GREEN   | old enough
          R5      | Sandbox                | Sandbox               | PT14M59S   | RED     | the latest restore point now is 2026-11-20T16:45:00Z
          R5      | Sandbox                | Sandbox               | PT0S       | RED     | too recent
          R5      | Sandbox                | Sandbox               | PT-1S      | RED     | is in the future
          R6      | Sandbox                | -                     |            | GREEN   | A backup of A doesn't use any capacity
          # Targets by type; the table of types below has every pair.
          R7      | -                      | Sandbox               |            | GREEN   | so a restore can overwrite it
          R7      | -                      | Developer             |            | AMBER   | Only a developer environment, and perhaps the default environment
          R7      | -                      | Teams                 |            | AMBER   | be restored only to itself
          R7      | -                      | Elastic               |            | AMBER   | which Holdfast doesn't recognize
          R7      | -                      | odd                   |            | AMBER   | a type that Power Platform doesn't report
          R7      | -                      | Production            |            | RED     | unless it's changed to a sandbox first
          R7      | -                      | Default               |            | RED     | Nothing can be restored to it
          R7      | -                      | Trial                 |            | RED     | Nothing can be restored to it
          R7      | -                      | SubscriptionBasedTrial |           | RED     | Nothing can be restored to it
          # Onto itself.
          R8      | Sandbox                | itself                |            | GREEN   | can be restored to itself
          R8      | Developer              | itself                |            | GREEN   | can be restored to itself
          R8      | Teams                  | itself                |            | GREEN   | can be restored to itself
          R7      | Production             | itself                |            | RED     | Nothing can be restored to a production environment
          R7      | Default                | itself                |            | RED     | Nothing can be restored to it
          R7      | Trial                  | itself                |            | RED     | Nothing can be restored to it
          R7      | Elastic                | itself                |            | AMBER   | Power Platform decides whether it can be a target
          # Region and Dataverse.
          R9      | Sandbox                | Sandbox               |            | GREEN   | are both in the region europe
          R9      | Sandbox region=EUROPE  | Sandbox               |            | GREEN   | are both in the region
          R9      | Sandbox region=asia    | Sandbox               |            | RED     | A is in the region asia, and B is in europe
          R9      | Sandbox region=?       | Sandbox               |            | AMBER   | doesn't report the region of A
          R9      | Sandbox                | Sandbox region=?      |            | AMBER   | doesn't report the region of B
          R9      | Sandbox                | Sandbox               |            | GREEN   | Dataverse is available in A and B
          R9      | Sandbox no-Dataverse   | Sandbox               |            | RED     | A has no Dataverse
          R9      | Sandbox                | Sandbox no-Dataverse  |            | RED     | B has no Dataverse
          R9      | Sandbox no-Dataverse   | Sandbox no-Dataverse  |            | RED     | A and B have no Dataverse, so
          R9      | Sandbox no-Dataverse   | itself                |            | RED     | A has no Dataverse
          R9      | Sandbox no-Dataverse   | -                     |            | RED     | A has no Dataverse
          R9      | Sandbox                | odd                   |            | AMBER   | whether B has Dataverse
          R9      | odd                    | -                     |            | AMBER   | whether A has Dataverse
          # Managed Environments.
          R10     | Sandbox                | Sandbox               |            | GREEN   | Neither A nor B is a Managed Environment
          R10     | Sandbox managed        | Sandbox managed       |            | GREEN   | are both Managed Environments
          R10     | Sandbox managed        | Sandbox               |            | RED     | It can overwrite only a Managed Environment
          R10     | Sandbox                | Sandbox managed       |            | RED     | Only a Managed Environment can overwrite it
          R10     | Sandbox                | Sandbox managed=?     |            | AMBER   | whether B is a Managed Environment
          R10     | Sandbox managed=?      | Sandbox               |            | AMBER   | whether A is a Managed Environment
          # Customer-managed keys.
          R11     | Sandbox                | Sandbox               |            | GREEN   | keys that Microsoft manages
          R11     | Sandbox customer-key   | Sandbox               |            | RED     | A restore needs the same key on both
          R11     | Sandbox                | Sandbox customer-key  |            | AMBER   | so Power Platform decides
          R11     | Sandbox customer-key   | Sandbox customer-key  |            | AMBER   | doesn't report the key policy of A
          R11     | Sandbox customer-key key-policy=k1 | Sandbox customer-key |      | AMBER   | doesn't report the key policy of B
          R11     | Sandbox customer-key key-policy=k1 | Sandbox customer-key key-policy=K1 | | GREEN | key of the policy K1
          R11     | Sandbox customer-key key-policy=k1 | Sandbox customer-key key-policy=k2 | | RED   | policy k1, and B uses the key of the policy k2
          R11     | Sandbox customer-key=? key-policy=k1 | Sandbox             |        | RED     | A uses a customer-managed key and B doesn't
          R11     | Sandbox customer-key=? | Sandbox               |            | AMBER   | the encryption key of A
          R11     | Sandbox                | Sandbox customer-key=? |           | AMBER   | the encryption key of B
          # Policies for virtual networks.
          R11     | Sandbox                | Sandbox               |            | GREEN   | no network policy
          R11     | Sandbox network=p1     | Sandbox network=P1    |            | GREEN   | the network policy P1
          R11     | Sandbox network=p1     | Sandbox network=p2    |            | RED     | the network policy p2
          R11     | Sandbox                | Sandbox network=p2    |            | RED     | A has no network policy
          R11     | Sandbox network=p1     | Sandbox               |            | RED     | B has no network policy
          # Room, which only the service can judge.
          R12     | Sandbox                | Sandbox               |            | AMBER   | needs 1 GB of free capacity
          R12     | Sandbox database=2560  | Sandbox               |            | AMBER   | The databases of A hold 2.5 GB
          R12     | Sandbox                | Sandbox refuses-restore=No_storage_Capacity. | | RED | isn't enough free capacity
          R12     | Sandbox                | -                     |            | NONE    |
          R13     | Sandbox                | Sandbox               |            | AMBER   | Everything in B will be overwritten with A as it was at 2026-11-18T17:00:00Z
          R13     | Sandbox                | itself                |            | AMBER   | All changes in A since 2026-11-18T17:00:00Z will be lost: data, code, apps, and flows. Audit logs are kept.
          # Onto what is not unified; the table of kinds below has every pair.
          R15     | LCS_SANDBOX            | itself                |            | AMBER   | only its Dataverse data is restored
          R15     | UNKNOWN                | itself                |            | AMBER   | might cover only Dataverse data
          R15     | UDE                    | itself                |            | NONE    |
          R14     | UDE                    | itself                |            | NONE    |
          R15     | -                      | LCS_PRODUCTION        |            | AMBER   | is in Lifecycle Services
          R15     | LCS_SANDBOX            | -                     |            | AMBER   | covers only its Dataverse
          R15     | UNKNOWN                | -                     |            | AMBER   | might cover only its Dataverse
          R15     | UDE                    | -                     |            | NONE    |
          # Where only one side has finance and operations apps, or a kind isn't known.
          R14     | Sandbox                | UDE                   |            | AMBER   | isn't known what happens to the finance and operations apps of B
          R14     | UNKNOWN                | UDE                   |            | AMBER   | can't tell how finance and operations apps are linked to A
          R14     | UDE                    | UNKNOWN               |            | AMBER   | can't tell how finance and operations apps are linked to B
          R14     | UNIFIED                | UDE                   |            | AMBER   | depends on the kind that isn't known
          R14     | UDE                    | UNIFIED               |            | AMBER   | depends on the kind that isn't known
          R14     | LCS                    | UDE                   |            | AMBER   | depends on the kind that isn't known
          # Versions of unified environments.
          R17     | USE version=10.0.9     | UDE version=10.0.40   |            | AMBER   | 10.0.9, and B has the newer version 10.0.40
          R17     | USE version=10.0.40    | UDE version=10.0.40   |            | GREEN   | the source isn't older
          R17     | USE version=10.1       | UDE version=10.0.40   |            | GREEN   | the source isn't older
          R17     | USE version=?          | UDE version=10.0.40   |            | AMBER   | version of A isn't known
          R17     | USE                    | UNIFIED               |            | AMBER   | version of B isn't known
          R17     | UDE                    | itself                |            | NONE    |
          R17     | Sandbox                | Sandbox               |            | NONE    |
          # One operation at a time.
          R29     | Sandbox                | Sandbox               |            | GREEN   | A is ready
          R29     | Sandbox                | Sandbox               |            | GREEN   | B is ready
          R29     | Sandbox                | Sandbox state=Running |            | AMBER   | B is busy
          R29     | Sandbox state=Odd      | Sandbox               |            | AMBER   | A is busy
          R29     | Sandbox                | Sandbox state=?       |            | AMBER   | whether an operation is running on B
          R29     | Sandbox                | Sandbox state=NotSpecified |       | AMBER   | whether an operation is running on B
          R29     | Sandbox state=Running  | -                     |            | AMBER   | A is busy
          R29     | -                      | Sandbox state=Running |            | AMBER   | B is busy
          # The service's own word.
          service | Sandbox                | Sandbox               |            | GREEN   | allows a restore to B
          service | Sandbox                | Sandbox               |            | GREEN   | allows a backup of A
          service | Sandbox                | Sandbox silent-on-restore |        | AMBER   | doesn't say whether it allows a restore to B
          service | Sandbox silent         | Sandbox               |            | AMBER   | doesn't say whether it allows a backup of A
          service | Sandbox silent         | Sandbox silent        |            | AMBER   | which operations it allows on A and B
          service | Sandbox silent         | itself                |            | AMBER   | which operations it allows on A.
          service | Sandbox silent         | -                     |            | AMBER   | doesn't say whether it allows a backup of A
          service | -                      | Sandbox silent        |            | AMBER   | doesn't say whether it allows a restore to B
          service | Sandbox                | Sandbox refuses-restore=Locked. |  | RED     | although Holdfast knows no rule against it: Locked.
          service | Sandbox                | Sandbox refuses-restore |          | RED     | It gives no reason
          service | Sandbox                | Sandbox refuses-restore=No_storage_Capacity. | | RED | either: No storage Capacity.
          service | Sandbox                | Production refuses-restore=Type. | | RED     | doesn't allow a restore to B either: Type.
          service | Sandbox                | Production            |            | AMBER   | Holdfast's rules don't. The stricter rule applies.
          service | Sandbox                | Sandbox state=Running refuses-restore=Busy. | | AMBER | perhaps because the environment is busy: Busy.
          service | Sandbox refuses-backup=No. | Sandbox           |            | RED     | a backup of A
          service | Developer refuses-backup=No. | Sandbox         |            | AMBER   | a backup of A
          service | Sandbox refuses-backup=No. | -                 |            | RED     | a backup of A
          """)
  void everyRule(
      String rule,
      String source,
      String target,
      @Nullable String ago,
      String finding,
      @Nullable String says) {
    List<Finding> found =
        find(source, target, ago == null ? TWO_DAYS : ago).stream()
            .filter(check -> check.rule().equals(rule))
            .filter(check -> says == null || check.sentence().contains(says))
            .toList();

    if (finding.equals("NONE")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .singleElement()
          .extracting(Finding::severity)
          .isEqualTo(Severity.valueOf(finding));
    }
  }

  /** R7 for every type onto every type: what the documentation allows, and amber where unclear. */
  static Stream<Arguments> types() {
    return matrix(
        """
        source \\ target        | Production Sandbox Developer Trial SubscriptionBasedTrial Default Teams Elastic odd
        Production             | RED        GREEN   RED       RED   RED                    RED     RED   AMBER   AMBER
        Sandbox                | RED        GREEN   RED       RED   RED                    RED     RED   AMBER   AMBER
        Developer              | RED        GREEN   GREEN     RED   RED                    RED     RED   AMBER   AMBER
        Trial                  | RED        RED     RED       RED   RED                    RED     RED   AMBER   AMBER
        SubscriptionBasedTrial | RED        RED     RED       RED   RED                    RED     RED   AMBER   AMBER
        Default                | RED        AMBER   AMBER     RED   RED                    RED     RED   AMBER   AMBER
        Teams                  | RED        RED     RED       RED   RED                    RED     RED   AMBER   AMBER
        Elastic                | RED        AMBER   AMBER     RED   RED                    RED     RED   AMBER   AMBER
        odd                    | RED        AMBER   AMBER     RED   RED                    RED     RED   AMBER   AMBER
        """);
  }

  @ParameterizedTest(name = "R7: {0} onto {1} is {2}")
  @MethodSource("types")
  void everyTypeOntoEveryType(String source, String target, String finding) {
    assertThat(find(source, target, TWO_DAYS))
        .filteredOn(check -> check.rule().equals("R7"))
        .singleElement()
        .extracting(check -> check.severity().name())
        .isEqualTo(finding);
  }

  /**
   * R14 and R15 for every kind onto every kind. The ten pairs of R14 are those onto UDE, USE and
   * UPE that are green or red, and cloud-hosted onto any; {@code amber} of R15 means that only
   * Dataverse data moves.
   */
  static Stream<Arguments> kinds() {
    return matrix(
        """
        source \\ target  | UDE       USE       UPE       UNIFIED   LCS_SANDBOX LCS_PRODUCTION LCS_CLOUD_HOSTED LCS       DATAVERSE_ONLY UNKNOWN
        LCS_SANDBOX      | R14:GREEN R14:GREEN R14:AMBER R14:AMBER R15:AMBER   R15:AMBER      R15:AMBER        R15:AMBER R15:AMBER      R14:AMBER
        LCS_PRODUCTION   | R14:GREEN R14:AMBER R14:AMBER R14:AMBER R15:AMBER   R15:AMBER      R15:AMBER        R15:AMBER R15:AMBER      R14:AMBER
        LCS_CLOUD_HOSTED | R14:RED   R14:RED   R14:RED   R14:RED   R14:RED     R14:RED        R14:RED          R14:RED   R14:RED        R14:RED
        LCS              | R14:AMBER R14:AMBER R14:AMBER R14:AMBER R15:AMBER   R15:AMBER      R15:AMBER        R15:AMBER R15:AMBER      R14:AMBER
        UDE              | R14:AMBER R14:RED   R14:RED   R14:AMBER R15:AMBER   R15:AMBER      R15:AMBER        R15:AMBER R15:RED        R14:AMBER
        USE              | R14:GREEN R14:AMBER R14:RED   R14:AMBER R15:AMBER   R15:AMBER      R15:AMBER        R15:AMBER R15:RED        R14:AMBER
        UPE              | R14:GREEN R14:GREEN R14:AMBER R14:AMBER R15:AMBER   R15:AMBER      R15:AMBER        R15:AMBER R15:RED        R14:AMBER
        UNIFIED          | R14:AMBER R14:AMBER R14:AMBER R14:AMBER R15:AMBER   R15:AMBER      R15:AMBER        R15:AMBER R15:RED        R14:AMBER
        DATAVERSE_ONLY   | R14:AMBER R14:AMBER R14:AMBER R14:AMBER R15:AMBER   R15:AMBER      R15:AMBER        R15:AMBER NONE           R14:AMBER
        UNKNOWN          | R14:AMBER R14:AMBER R14:AMBER R14:AMBER R14:AMBER   R14:AMBER      R14:AMBER        R14:AMBER R14:AMBER      R14:AMBER
        """);
  }

  @ParameterizedTest(name = "{0} onto {1} is {2}")
  @MethodSource("kinds")
  void everyKindOntoEveryKind(String source, String target, String finding) {
    List<Finding> found =
        find(source, target, TWO_DAYS).stream()
            .filter(check -> List.of("R14", "R15").contains(check.rule()))
            .toList();

    assertThat(found.stream().map(check -> check.rule() + ":" + check.severity()))
        .isEqualTo(finding.equals("NONE") ? List.of() : List.of(finding));
    assertThat(found)
        .allSatisfy(
            check ->
                assertThat(check.sentence()).containsPattern("\\bA\\b.*\\bB\\b|\\bB\\b.*\\bA\\b"));
  }

  private List<Finding> find(String source, String target, String ago) {
    if (target.equals("-")) {
      return rules.backup(Sample.read(source, "A").subject(), NOW);
    }
    if (source.equals("-")) {
      return rules.asTarget(Sample.read(target, "B").subject());
    }
    EnvironmentProfile from = Sample.read(source, "A").subject();
    EnvironmentProfile to = target.equals("itself") ? from : Sample.read(target, "B").subject();
    return rules.restore(from, to, NOW.minus(Duration.parse(ago)), Preflights.at(NOW));
  }

  /** One case for each cell; the first line names the targets. */
  private static Stream<Arguments> matrix(String table) {
    List<List<String>> rows = table.lines().map(RulesTableTests::cells).toList();
    List<String> targets = rows.get(0);
    return rows.stream()
        .skip(1)
        .flatMap(
            row ->
                IntStream.range(1, row.size())
                    .mapToObj(i -> Arguments.of(row.get(0), targets.get(i), row.get(i))));
  }

  private static List<String> cells(String line) {
    String[] parts = line.split("\\|");
    return Stream.concat(Stream.of(parts[0].strip()), Arrays.stream(parts[1].strip().split("\\s+")))
        .toList();
  }
}
