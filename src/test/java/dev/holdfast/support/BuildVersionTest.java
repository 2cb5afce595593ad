package dev.holdfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildVersionTest {

  @TempDir private Path folder;

  @Test
  void isWhatTheBuildWroteDown() throws IOException {
    write("META-INF/build-info.properties", "build.version=1.2.3\n");
    write("git.properties", "git.commit.id.abbrev=1a2b3c4\ngit.dirty=false\n");

    assertThat(read()).isEqualTo(new BuildVersion("1.2.3", "1a2b3c4"));
    assertThat(read().line()).isEqualTo("Holdfast, version 1.2.3, commit 1a2b3c4");
  }

  @Test
  void changesThatAreNotCommittedAreSaid() throws IOException {
    write("git.properties", "git.commit.id.abbrev=1a2b3c4\ngit.dirty=true\n");

    assertThat(read().commit()).isEqualTo("1a2b3c4 with changes");
  }

  @Test
  void whatNobodyWroteDownIsUnknown() throws IOException {
    assertThat(read()).isEqualTo(new BuildVersion("unknown", "unknown"));

    write("git.properties", "git.commit.id.abbrev=\ngit.dirty=true\n");
    assertThat(read().commit()).isEqualTo("unknown");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private BuildVersion read() throws IOException {
    try (URLClassLoader classes = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      return BuildVersion.read(classes);
    }
  }
}
