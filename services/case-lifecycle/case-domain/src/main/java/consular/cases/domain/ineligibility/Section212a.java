package consular.cases.domain.ineligibility;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every provision of INA 212(a) (8 U.S.C. 1182(a)) by its path, exceptions and waivers included.
 *
 * <p>The outline below has the statute's own designations, one paragraph a line; what stands in braces is a level
 * deeper than the designation before it.
 */
final class Section212a {
    private static final String OUTLINE = """
        1 { A { i ii iii { I II } iv } B C { i ii iii } }
        2 { A { i { I II } ii { I II } } B C { i ii } D { i ii iii } E { i ii iii iv } F G H { i ii iii } I { i ii } }
        3 { A { i { I II } ii iii }
            B { i { I II III IV { aa bb } V VI VII VIII IX } ii { I II } iii { I II III IV V { a b } VI }
                iv { I II III IV { aa bb cc } V { aa bb cc } VI { aa bb cc dd } } v vi { I II III } }
            C { i ii iii iv } D { i ii iii { I { a b } II } iv } E { i { I II III IV } ii iii { I II } } F G }
        4 { A B { i { I II III IV V } ii } C { i { I II III } ii } D E { i ii iii } }
        5 { A { i { I II } ii { I II } iii { I II { aa bb } } iv } B { i ii } C { i { I II III } ii iii } D }
        6 { A { i ii { I II { a b } III } } B C { i ii { I II } iii } D E { i ii iii } F { i ii } G }
        7 { A { i { I II } ii } B { i { I II } ii iii iv } }
        8 { A B }
        9 { A { i ii { I II } iii } B { i { I II } ii iii { I II III IV V } iv { I II III } v }
            C { i { I II } ii iii { I II } } }
        10 { A B { i ii } C { i ii { I II III } iii { I II III } } D { i ii } E }
        """;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<String> PATHS = read(OUTLINE);

    private Section212a() {}

    /** Whether 212(a) has that path, such as {@code (6)(C)(i)}. */
    static boolean contains(String path) {
        return PATHS.contains(path);
    }

    /** Every path there is. */
    static Set<String> paths() {
        return PATHS;
    }

    private static Set<String> read(String outline) {
        var paths = new HashSet<String>();
        var parents = new ArrayDeque<String>();
        var parent = "";
        var last = "";
        for (var token : BLANKS.split(outline.strip(), -1)) {
            switch (token) {
                case "{" -> {
                    parents.push(parent);
                    parent = last;
                }
                case "}" -> parent = parents.pop();
                default -> {
                    last = parent + "(" + token + ")";
                    paths.add(last);
                }
            }
        }
        return Set.copyOf(paths);
    }
}
