package dev.holdfast;

import dev.holdfast.app.CommandLineModes;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts Holdfast. Without a profile this is production; the profile {@code local} is the demo on
 * one machine. {@code --help} lists what it does on the command line instead.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HoldfastApplication {

  public static void main(String[] args) {
    OptionalInt exit = new CommandLineModes(HoldfastApplication.class).run(List.of(args));
    if (exit.isPresent()) {
      System.exit(exit.getAsInt());
    }
    SpringApplication.run(HoldfastApplication.class, args);
  }
}
