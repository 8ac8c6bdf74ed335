package org.eplatform.chat.setting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the mappings say of their settings.
public final class Settings {

    private Settings() {}

    /// All settings of a `@ConfigMapping`, in the order of their keys. One that does not say what it takes is a mistake of ours.
    public static List<Setting> of(Class<?> mapping) {
        return below(mapping, mapping.getAnnotation(ConfigMapping.class).prefix()).sorted(Comparator.comparing(Setting::key)).toList();
    }

    private static Stream<Setting> below(Class<?> group, String prefix) {
        return Arrays.stream(group.getMethods()).flatMap(method -> {
            var key = method.isAnnotationPresent(WithParentName.class) ? prefix : prefix + "." + StringUtil.skewer(method.getName());
            return isGroup(method.getReturnType()) ? below(method.getReturnType(), key) : Stream.of(setting(method, key));
        });
    }

    private static boolean isGroup(Class<?> type) {
        return type.isInterface() && !type.getName().startsWith("java.");
    }

    private static Setting setting(Method method, String key) {
        var type = method.getGenericReturnType();
        if (isA(Optional.class, type)) {
            type = element(type);
        }
        boolean isList = isA(List.class, type);
        var standard = method.getAnnotation(WithDefault.class);
        var like = method.getAnnotation(Like.class);
        return new Setting(method, key, form(method, (Class<?>) (isList ? element(type) : type)), standard == null ? null : standard.value(), isList,
                like != null && like.secret());
    }

    private static Form form(Method method, Class<?> type) {
        if (type == boolean.class) {
            return new Form.Flag();
        } else if (type.isEnum()) {
            return Form.Choice.of(type);
        } else if (type == String.class && method.getAnnotation(Like.class) instanceof Like like) {
            return new Form.Words(Pattern.compile(like.value()), like.meaning());
        } else if (type == int.class && method.getAnnotation(Between.class) instanceof Between between) {
            return new Form.Count(Long.parseLong(between.least()), Long.parseLong(between.most()));
        } else if (type == Duration.class && method.getAnnotation(Between.class) instanceof Between between) {
            return new Form.Span(between.least(), between.most());
        }
        throw new IllegalStateException(method + " does not say what it takes: counts and durations need @Between, texts @Like.");
    }

    private static boolean isA(Class<?> outer, Type type) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == outer;
    }

    private static Type element(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
