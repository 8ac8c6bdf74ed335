package org.eplatform.chat.setting;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/// What is written above the methods of the mappings. It is not there at run time, so the compiler reads it from the sources.
final class Spoken {

    /// By the class' and the method's simple names.
    private final Map<String, String> comments = new HashMap<>();

    private Spoken() {}

    static Spoken ofAll(List<Class<?>> mappings) throws IOException {
        var spoken = new Spoken();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = mappings.stream().map(mapping -> Path.of("src/main/java", mapping.getName().replace('.', '/') + ".java")).toList();
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            var comments = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                spoken.new Reader(comments).scan(new TreePath(unit), null);
            }
        }
        return spoken;
    }

    /// In one line, and beginning as the other cells of a table do.
    String of(Setting setting) {
        var comment = comments.get(setting.source().getDeclaringClass().getSimpleName() + "." + setting.source().getName());
        if (comment == null) {
            throw new IllegalStateException(setting.source() + " has no comment to tell operators what it means.");
        }
        var line = comment.strip().replaceAll("\\s+", " ").replaceFirst("\\.$", "");
        return Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }

    private final class Reader extends TreePathScanner<Void, Void> {

        private final DocTrees trees;

        private Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            var comment = trees.getDocComment(getCurrentPath());
            if (comment != null) {
                comments.put(((ClassTree) getCurrentPath().getParentPath().getLeaf()).getSimpleName() + "." + method.getName(), comment);
            }
            return super.visitMethod(method, none);
        }
    }
}
