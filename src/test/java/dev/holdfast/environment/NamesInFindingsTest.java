package dev.holdfast.environment;

import static dev.holdfast.environment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.CardTexts;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Rules;
import dev.holdfast.testing.Preflights;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the rules say of environments whose names hide something, or pass for others. */
class NamesInFindingsTest {

  private static final String HIDDEN = "Con\u200Btoso";
  private static final String ALIKE = "C\u043Entoso";

  private static final List<String> KINDS =
      List.of(
          "Sandbox",
          "Sandbox no-Dataverse",
          "Production keeps=P28D",
          "Production keeps=?",
          "Developer",
          "Trial",
          "Default",
          "Teams",
          "Elastic",
          "odd",
          "UDE",
          "USE",
          "LCS_SANDBOX",
          "LCS",
          "UNKNOWN",
          "Sandbox region=asia managed customer-key",
          "Sandbox region=? managed=? customer-key=?",
          "Sandbox network=policy key-policy=key",
          "Sandbox state=? runtime=? silent",
          "Sandbox state=Failed",
          "Sandbox runtime=Disabled",
          "Sandbox refuses-restore refuses-backup",
          "Sandbox refuses-restore=no refuses-backup=no",
          "USE database=20",
          "Sandbox keeps=?");

  private static final List<Duration> AGES =
      List.of(
          Duration.ofMinutes(-1),
          Duration.ofMinutes(1),
          Duration.ofDays(2),
          Duration.ofDays(6).plusHours(1),
          Duration.ofDays(8),
          Duration.ofDays(29));

  private final CardTexts texts = new CardTexts(ZoneOffset.UTC);
  private final Rules rules = Preflights.rules();

  @Test
  void showWhatTheNamesHide() {
    Set<String> sentences = new TreeSet<>();
    for (String kind : KINDS) {
      EnvironmentProfile source = Sample.read(kind, HIDDEN).unreadable("x\u202Ey").subject();
      add(rules.backup(source, NOW), sentences);
      add(rules.asTarget(source), sentences);
      for (String other : KINDS) {
        EnvironmentProfile target = Sample.read(other, ALIKE).subject();
        add(rules.pair(source, target), sentences);
        AGES.forEach(
            age -> add(rules.restore(source, target, ago(age), Preflights.at(NOW)), sentences));
      }
    }
    assertThat(sentences).hasSizeGreaterThan(100);
    assertThat(sentences).noneMatch(sentence -> sentence.contains("\u200B"));
    assertThat(sentences).noneMatch(sentence -> sentence.contains("\u202E"));
    assertThat(sentences)
        .filteredOn(sentence -> sentence.contains(ALIKE))
        .isNotEmpty()
        .allMatch(sentence -> sentence.replace(ALIKE + " ⚠", "").indexOf(ALIKE) < 0);
    assertThat(sentences).anyMatch(sentence -> sentence.contains("Con⟨U+200B⟩toso"));
  }

  private static Instant ago(Duration age) {
    return NOW.minus(age);
  }

  private void add(List<Finding> findings, Set<String> sentences) {
    findings.forEach(finding -> sentences.add(texts.of(finding.message())));
  }
}
