package consular.cases.domain;

import consular.cases.domain.reference.Run;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stories that the tests of this package tell, so that the reference can show what becomes of them. */
final class StoriesTold {
    private static final Path TESTS = Path.of("src/test/java/consular/cases/domain");
    private static final ScopedValue<List<CaseScenario>> LISTENERS = ScopedValue.newInstance();

    private StoriesTold() {}

    /** Every story calls this as it begins. */
    static void begins(CaseScenario story) {
        if (LISTENERS.isBound()) {
            LISTENERS.get().add(story);
        }
    }

    /** Every story, as it went: those of the tests that need nothing to be run, and the shortest to each rejection. */
    static List<Run> all() throws IOException {
        return told().stream().map(CaseScenario::run).toList();
    }

    /** What is on the record of each case at the end of a story under the recommended policy. */
    static Stream<List<RecordedEvent>> histories() throws IOException {
        return told().stream()
                .filter(story -> story.isOrdinary() && story.state instanceof CaseState.CaseFile)
                .map(CaseScenario::history);
    }

    private static List<CaseScenario> told() throws IOException {
        var told = new ArrayList<CaseScenario>();
        var methods = methods();
        ScopedValue.where(LISTENERS, told).run(() -> {
            methods.forEach(StoriesTold::tell);
            RejectionsTest.tellAll();
        });
        return told;
    }

    private static List<Method> methods() throws IOException {
        try (var files = Files.list(TESTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .sorted()
                    .flatMap(name -> Arrays.stream(
                                    named(name.replace(".java", "")).getDeclaredMethods())
                            .sorted(Comparator.comparing(Method::getName)))
                    .filter(method -> method.isAnnotationPresent(Test.class) && method.getParameterCount() == 0)
                    .toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(StoriesTold.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException stale) {
            throw new IllegalStateException(stale);
        }
    }

    private static void tell(Method test) {
        try {
            var constructor = test.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            test.setAccessible(true);
            test.invoke(constructor.newInstance());
        } catch (InvocationTargetException failed) {
            throw new AssertionError(test + " fails", failed.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
