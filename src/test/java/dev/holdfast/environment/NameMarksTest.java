package dev.holdfast.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameMarksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Contoso Dev", "Köln – Prüfung", "Контосо", "環境 1", "Contoso 🚀", "", "Κόντοσο"})
  void plainNamesStay(String name) {
    assertThat(NameMarks.isPlain(name)).isTrue();
    assertThat(NameMarks.shown(name)).isEqualTo(name);
  }

  @Test
  void whatNobodySeesIsShown() {
    assertThat(NameMarks.shown("Con\u200Btoso\u202EveD")).isEqualTo("Con⟨U+200B⟩toso⟨U+202E⟩veD");
    assertThat(NameMarks.shown("Contoso\u3164")).isEqualTo("Contoso⟨U+3164⟩");
  }

  @Test
  void lettersOfAnotherScriptAreMarked() {
    assertThat(NameMarks.shown("C\u043Entoso Dev")).endsWith("Dev ⚠");
    assertThat(NameMarks.isPlain("C\u043Entoso Dev")).isFalse();
  }
}
