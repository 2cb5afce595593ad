package dev.holdfast.entra;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Collectors;

/** A credential proves itself in exactly one way. The message names those that are set. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ExactlyOneCredential.Check.class)
@interface ExactlyOneCredential {

  String message() default
      "set exactly one of client-secret, client-secret-file, certificate, managed-identity and"
          + " federated-token-file";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says what is set besides. */
  class Check implements ConstraintValidator<ExactlyOneCredential, Credential> {

    @Override
    public boolean isValid(Credential credential, ConstraintValidatorContext context) {
      if (credential.kinds().size() == 1) {
        return true;
      }
      String given =
          credential.kinds().stream()
              .map(Credential.Kind::setting)
              .collect(Collectors.joining(" and "));
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(
              context.getDefaultConstraintMessageTemplate()
                  + (given.isEmpty() ? "; none is set" : "; now there are " + given))
          .addConstraintViolation();
      return false;
    }
  }
}
