package dev.holdfast;

import dev.holdfast.app.CommandLineModes;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts Holdfast. Without a profile this is production; the profile {@code local} is the demo on
 * one machine. With {@code --doctor} it only says what is broken, with {@code --audit-export} it
 * only writes out the record, and with {@code --audit-verify} it only verifies it.
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
