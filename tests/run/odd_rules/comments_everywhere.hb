run :: ( /* none */ ) -> /* result */ Int // here
    /* a */ x /* b */ := /* c */ 1 /* d */ + // e
        /* f */ 2 // g
    // h
    print( /* i */ "{}\n" /* j */ , /* k */ x /* l */ ) // m
    return 0 /* n
    */
end // o
