package org.eplatform.chat.replica;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// Marks a CDI event that another replica has told. Who observes it plainly hears both kinds.
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface FromElsewhere {

    @SuppressWarnings("serial")
    final class Literal extends AnnotationLiteral<FromElsewhere> implements FromElsewhere {
        public static final Literal INSTANCE = new Literal();
    }
}
