package dev.holdfast.operation.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.bot.command.Tokenizer.Token;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
import dev.holdfast.testing.Environments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code delete backup} reads of its words. */
class DeleteBackupCommandTest {

  private static final Set<String> NAMES =
      Set.of("Contoso Dev", "Test of Contoso", "UAT on Azure", "Sales");

  @ParameterizedTest
  @CsvSource({
    "before go-live of Contoso Dev, before go-live, Contoso Dev",
    "Copy of UAT of Contoso Dev, Copy of UAT, Contoso Dev",
    "weekly of Test of Contoso, weekly, Test of Contoso",
    "weekly from UAT on Azure, weekly, UAT on Azure",
    "of Contoso Dev, '', Contoso Dev",
    "Contoso Dev, '', Contoso Dev",
    "weekly of Contoso Devv, weekly, Contoso Devv",
    "'\"Copy of Sales\" of Sales', Copy of Sales, Sales"
  })
  void theLongestEndThatNamesAnEnvironmentIsItsName(String said, String backup, String name) {
    List<Token> words = tokens(said);
    DeleteBackupCommand.Split split =
        new DeleteBackupCommand.Arguments(words, Optional.empty())
            .split(DeleteBackupCommandTest::find);
    assertThat(split.backup()).isEqualTo(backup);
    assertThat(split.name()).isEqualTo(name);
    assertThat(split.environment() instanceof NameLookup.One).isEqualTo(NAMES.contains(name));
  }

  @Test
  void anIdNamesOneAndALabelAllThatReadTheSame() {
    List<Backup> listed =
        List.of(backup("b-1", "Weekly  run"), backup("b-2", "weekly run"), backup("b-3", "b-1"));
    assertThat(NamedBackups.of("B-1", listed)).extracting(Backup::id).containsExactly("b-1");
    assertThat(NamedBackups.of(" WEEKLY run ", listed))
        .extracting(Backup::id)
        .containsExactly("b-1", "b-2");
    assertThat(NamedBackups.of("monthly", listed)).isEmpty();
  }

  private static List<Token> tokens(String said) {
    return Pattern.compile("\"([^\"]*)\"|(\\S+)")
        .matcher(said)
        .results()
        .map(
            word ->
                word.group(1) == null
                    ? new Token(word.group(2), false)
                    : new Token(word.group(1), true))
        .toList();
  }

  private static NameLookup find(String name) {
    return NAMES.contains(name)
        ? new NameLookup.One(
            new EnvironmentProfile(
                Environments.bare(name, name, EnvironmentType.SANDBOX, "Sandbox", "europe"),
                EnvironmentKind.NO_DATAVERSE))
        : new NameLookup.None(List.of());
  }

  private static Backup backup(String id, String label) {
    return new Backup(
        id, label, Optional.empty(), Instant.EPOCH, Optional.empty(), Optional.empty());
  }
}
