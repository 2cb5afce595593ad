package dev.holdfast.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "makes files that only a Unix can run")
class PlaygroundLauncherTest {

  @TempDir private Path folder;

  @Test
  void findsNpxInTheFoldersOfThePath() throws IOException {
    Path npx = Files.createFile(folder.resolve("npx"));
    assertThat(npx.toFile().setExecutable(true)).isTrue();

    String path = "/nowhere" + File.pathSeparator + File.pathSeparator + folder;

    assertThat(PlaygroundLauncher.throughNpx(path).find())
        .hasValueSatisfying(
            words ->
                assertThat(words)
                    .startsWith(npx.toString(), "--yes")
                    .endsWith("@microsoft/m365agentsplayground@0.2.28"));
  }

  @Test
  void passesByAFileThatCannotRun() throws IOException {
    Files.createFile(folder.resolve("npx"));

    assertThat(PlaygroundLauncher.throughNpx(folder.toString()).find()).isEmpty();
  }
}
