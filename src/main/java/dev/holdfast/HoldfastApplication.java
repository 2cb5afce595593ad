package dev.holdfast;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
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
    if (List.of(args).contains(DoctorCommandLine.OPTION)) {
      System.exit(new DoctorCommandLine(System.out).run(List.of(args)));
    }
    if (AuditExportCommand.isAsked(args)) {
      System.exit(
          new AuditExportCommand(new FileOutputStream(FileDescriptor.out), System.err)
              .run(List.of(args)));
    }
    if (List.of(args).contains(AuditVerifyCommand.OPTION)) {
      System.exit(new AuditVerifyCommand(System.out).run(List.of(args)));
    }
    SpringApplication.run(HoldfastApplication.class, args);
  }
}
