package consular.ledger.core.tree;

/** Few enough for every mutant. */
class EverySmallTreeTest extends TreesUpTo {

    EverySmallTreeTest() {
        super(40);
    }
}
