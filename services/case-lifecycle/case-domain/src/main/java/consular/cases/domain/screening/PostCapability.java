package consular.cases.domain.screening;

import consular.cases.domain.posts.PostCode;

/** What a post cannot do, whoever applies. */
public final class PostCapability {
    private static final PostCode NUEVO_LAREDO = new PostCode("NVL");

    private PostCapability() {}

    /** Whether the post issues visas of a class at all: crews get none at Nuevo Laredo (R-TCN-05). */
    public static boolean canServe(PostCode post, String visaClass) {
        return !(post.equals(NUEVO_LAREDO) && BorderClasses.isCrew(visaClass));
    }
}
