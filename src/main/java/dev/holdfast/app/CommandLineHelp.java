package dev.holdfast.app;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/** {@code java -jar holdfast.jar --help}: all modes with their options. */
final class CommandLineHelp {

  private static final List<String> LEAD =
      List.of(
          "Usage: java -jar holdfast.jar [MODE] [--SETTING=VALUE]…",
          "",
          "Without a mode, Holdfast serves. Settings have a dot and go to every mode but the"
              + " policy's: --spring.profiles.active=local is",
          "the demo on one machine. A mode ends with 0 when all is well, with 1 when not, and with"
              + " 2 when it isn't understood.",
          "");

  private CommandLineHelp() {}

  static Stream<String> lines() {
    CommandSpec all = CommandSpec.create();
    all.usageMessage().width(120).longOptionsMaxWidth(30).sortOptions(false);
    CommandLineOptions.all()
        .flatMap(mode -> CommandLineOptions.commandLine(mode).getCommandSpec().options().stream())
        .forEach(all::addOption);
    Help help = new Help(all, Help.defaultColorScheme(Help.Ansi.OFF));
    return Stream.concat(LEAD.stream(), help.optionList().lines());
  }
}
