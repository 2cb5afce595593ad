package dev.holdfast.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How to start a Playground on this machine; empty where there is no Node.js. */
@FunctionalInterface
interface PlaygroundLauncher {

  /** Pinned: the Playground's internal paths, which we use, are nobody's promise. */
  String PACKAGE = "@microsoft/m365agentsplayground@0.2.28";

  Optional<List<String>> find();

  /** Through {@code npx}, looked for in the folders of a PATH. */
  static PlaygroundLauncher throughNpx(String path) {
    return () ->
        Arrays.stream(path.split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .map(Path::of)
            .flatMap(folder -> Stream.of("npx.cmd", "npx").map(folder::resolve))
            .filter(PlaygroundLauncher::runsHere)
            .findFirst()
            .map(npx -> List.of(npx.toString(), "--yes", "--prefer-offline", PACKAGE));
  }

  /** On Windows {@code npx} without an ending is a shell script, which only a shell could run. */
  private static boolean runsHere(Path file) {
    boolean windows = File.separatorChar == '\\';
    return file.toString().endsWith(".cmd") == windows && Files.isExecutable(file);
  }
}
