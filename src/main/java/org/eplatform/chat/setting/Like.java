package org.eplatform.chat.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a text must be.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Like {

    /// A regular expression for the whole text, or for each entry of a list.
    String value();

    /// The same in words, which follow "must be".
    String meaning();

    /// Whether it may hold a password: then it is never repeated.
    boolean secret() default false;
}
