package dev.holdfast;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts Holdfast. Without a profile this is production; the profile {@code local} is the demo on
 * one machine.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HoldfastApplication {

  public static void main(String[] args) {
    SpringApplication.run(HoldfastApplication.class, args);
  }
}
