package org.eplatform.chat.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The least and the most that a setting takes, written as an operator writes them: counts, or durations such as `500ms`.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Between {

    String least();

    String most();
}
