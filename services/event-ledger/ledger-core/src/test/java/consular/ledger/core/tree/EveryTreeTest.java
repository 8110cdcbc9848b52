package consular.ledger.core.tree;

/** Once in each build; too many for every mutant. */
class EveryTreeTest extends TreesUpTo {

    EveryTreeTest() {
        super(300);
    }
}
